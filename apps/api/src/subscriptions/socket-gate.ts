import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

const MOST_SOCKETS = 2000;
const MOST_OF_ONE_ADDRESS = 100;
/** How long a client may take to answer that the connection is over. */
const FAREWELL_MS = 1000;

interface Knock {
  readonly origin?: string;
  readonly req: IncomingMessage;
}

type Answer = (admitted: boolean, status?: number, sentence?: string) => void;

/**
 * Who may open a web socket: a page of ours, or a program, which sends no Origin. A browser sends the cookie of the
 * session along from any page, so the Origin is what keeps other sites out. Not too many at a time; at the end of the
 * process all are closed.
 */
@Injectable()
export class SocketGate implements BeforeApplicationShutdown {
  private readonly sockets = new Map<Socket, string>();

  constructor(private readonly home: string) {}

  readonly verify = ({ origin, req }: Knock, answer: Answer): void => {
    if (!this.isOurs(origin, req)) return answer(false, 403, 'Forbidden');
    const address = req.socket.remoteAddress ?? '';
    const ofAddress = [...this.sockets.values()].filter((each) => each === address).length;
    if (this.sockets.size >= MOST_SOCKETS || ofAddress >= MOST_OF_ONE_ADDRESS)
      return answer(false, 503, 'Too many connections');
    this.sockets.set(req.socket, address);
    req.socket.once('close', () => this.sockets.delete(req.socket));
    return answer(true);
  };

  beforeApplicationShutdown(): void {
    setTimeout(() => {
      for (const socket of this.sockets.keys()) socket.destroy();
    }, FAREWELL_MS).unref();
  }

  private isOurs(origin: string | undefined, { headers }: IncomingMessage): boolean {
    if (origin === undefined) return true;
    if (!URL.canParse(origin)) return false;
    return origin === new URL(this.home).origin || new URL(origin).host === headers.host;
  }
}
