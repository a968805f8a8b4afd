import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/** The methods of a response that bodies pass through, as Node implements them. */
type RawEnd = (chunk?: Uint8Array, callback?: () => void) => ServerResponse;
type Write = ServerResponse['write'];
type End = ServerResponse['end'];

/** Closes the TCP connection with a reset, as the kernel of a crashed server does. */
export function resetConnection(response: ServerResponse): void {
  const { socket } = response;
  if (socket instanceof TLSSocket) resetBelow(socket);
  else socket?.resetAndDestroy();
}

/**
 * TLS has no reset, and Node throws when asked for one. The socket below it has one, but only under Node's internal
 * name; without that name, the client sees the connection end.
 */
function resetBelow(secure: TLSSocket): void {
  const { _parent: raw } = secure as TLSSocket & { _parent?: Socket | null };
  raw?.resetAndDestroy();
  secure.destroy();
}

/** Sends a share of the body and closes the connection; the headers announce the whole body. */
export function truncateBody(response: ServerResponse, share: number): void {
  withWholeBody(response, (body, { write }) => {
    const part = body.subarray(0, Math.floor(body.length * share));
    if (!response.headersSent && !response.hasHeader('content-length'))
      response.setHeader('Content-Length', body.length);
    write(part, () => response.socket?.destroy());
  });
}

/** Interval of a trickle, in milliseconds. */
const trickleInterval = 50;

/** Sends the body at so many bytes a second. */
export function trickleBody(response: ServerResponse, bytesPerSecond: number): void {
  const step = Math.max(1, Math.round((bytesPerSecond * trickleInterval) / 1000));
  withWholeBody(response, (body, { write, end }) => {
    let sent = 0;
    const timer = setInterval(() => {
      if (sent >= body.length) {
        clearInterval(timer);
        end();
        return;
      }
      write(body.subarray(sent, sent + step));
      sent += step;
    }, trickleInterval);
    response.once('close', () => {
      clearInterval(timer);
    });
  });
}

/** Runs the service, discards its answer, and sends another one. */
export function replaceAnswer(response: ServerResponse, answer: () => void): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = () => response;
  withWholeBody(response, (_body, raw) => {
    response.writeHead = writeHead;
    response.write = raw.originalWrite;
    response.end = raw.originalEnd;
    for (const name of response.getHeaderNames()) {
      if (name.startsWith('content-') || name === 'location') response.removeHeader(name);
    }
    answer();
  });
}

/** Sends the answer with another content type. */
export function replaceContentType(response: ServerResponse, contentType: string): void {
  const writeHead = response.writeHead.bind(response) as (
    status: number,
    headers: OutgoingHttpHeaders,
  ) => ServerResponse;
  response.writeHead = ((
    status: number,
    ...rest: (string | OutgoingHttpHeaders | OutgoingHttpHeader[] | undefined)[]
  ) => {
    const headers = rest.find((one) => typeof one === 'object') ?? {};
    const named = Array.isArray(headers) ? Object.fromEntries(pairs(headers)) : headers;
    const others = Object.entries(named).filter(([name]) => name.toLowerCase() !== 'content-type');
    return writeHead(status, { ...Object.fromEntries(others), 'Content-Type': contentType });
  }) as typeof response.writeHead;
}

function pairs(flat: OutgoingHttpHeader[]): [string, OutgoingHttpHeader][] {
  return flat.flatMap((name, index) =>
    index % 2 === 0 ? [[String(name), flat[index + 1] ?? ''] as [string, OutgoingHttpHeader]] : [],
  );
}

interface RawResponse {
  write: (chunk: Uint8Array, callback?: () => void) => void;
  end: RawEnd;
  originalWrite: Write;
  originalEnd: End;
}

/** Collects the service's body and passes it to a function, which sends its own choice. */
function withWholeBody(response: ServerResponse, send: (body: Buffer, raw: RawResponse) => void): void {
  const originalWrite = response.write.bind(response) as Write;
  const originalEnd = response.end.bind(response) as End;
  const chunks: Buffer[] = [];
  const collect = (chunk: unknown, encoding: unknown) => {
    if (typeof chunk === 'string')
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  response.write = ((chunk: unknown, encoding?: unknown, callback?: unknown) => {
    collect(chunk, encoding);
    const done = typeof encoding === 'function' ? encoding : callback;
    if (typeof done === 'function') process.nextTick(done as () => void);
    return true;
  }) as Write;
  response.end = ((chunk?: unknown, encoding?: unknown) => {
    collect(chunk, encoding);
    const raw: RawResponse = {
      write: originalWrite as RawResponse['write'],
      end: originalEnd as RawEnd,
      originalWrite,
      originalEnd,
    };
    send(Buffer.concat(chunks), raw);
    return response;
  }) as End;
}
