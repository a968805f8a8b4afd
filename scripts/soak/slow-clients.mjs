// Clients that a server must survive: event streams that stay unread, and requests that stay incomplete.
import { connect } from 'node:net';

const streams = 10;
const slow = 10;

export class SlowClients {
  #sockets = [];

  constructor(port) {
    this.port = port;
    this.renew();
  }

  /** Drops the clients and opens as many others. */
  renew() {
    this.end();
    for (let n = 0; n < streams; n++) {
      const socket = this.#open();
      socket.write('GET /_emulator/v1/journal/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
      socket.pause();
    }
    for (let n = 0; n < slow; n++) {
      const socket = this.#open();
      socket.write('POST /oauth2/token HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\n');
      const timer = setInterval(() => socket.write('a'), 1_000);
      socket.on('close', () => clearInterval(timer));
    }
  }

  end() {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets = [];
  }

  #open() {
    const socket = connect(this.port, '127.0.0.1');
    socket.on('error', () => socket.destroy());
    this.#sockets.push(socket);
    return socket;
  }
}
