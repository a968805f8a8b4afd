import type { Response } from 'express';

/**
 * Opens a stream of server-sent events (HTML standard, section 9.2).
 * @returns sends one event
 */
export function openStream<Signal extends object>(response: Response): (signal: Signal) => void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': open\n\n');
  return (signal) => {
    response.write(`data: ${JSON.stringify(signal)}\n\n`);
  };
}
