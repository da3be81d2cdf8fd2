import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import type { Program } from './program.js';

/** Lets a program listen on a free port, for what cannot be asked by supertest. @returns `127.0.0.1:4711` */
export async function listening({ app }: Program): Promise<string> {
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `127.0.0.1:${port}`;
}

interface Heard {
  /** The value of the only field, event by event. */
  readonly events: any[];
  /** Of the error that ended it; null when it completed. */
  readonly code: string | null;
}

/** A client over graphql-transport-ws that shows a token when it connects. */
export class Subscriber {
  private readonly client: Client;

  constructor(host: string, token: string | null) {
    this.client = createClient({
      url: `ws://${host}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      ...(token !== null && { connectionParams: { authorization: `Bearer ${token}` } }),
    });
  }

  /** Hears until it is over. @param onEvent  told of each event as it comes */
  hear(
    query: string,
    variables: Record<string, unknown>,
    onEvent: (event: any) => void = () => undefined,
  ): Promise<Heard> {
    const events: any[] = [];
    return new Promise((resolve) => {
      this.client.subscribe(
        { query, variables },
        {
          next: ({ data, errors }) => {
            if (errors) return resolve({ events, code: String(errors[0]?.extensions?.['code']) });
            const [event] = Object.values(data ?? {});
            events.push(event);
            onEvent(event);
          },
          error: (failure: any) => resolve({ events, code: failure[0]?.extensions?.code ?? String(failure) }),
          complete: () => resolve({ events, code: null }),
        },
      );
    });
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

/** The status with which the server answers a knock from a page of this origin. */
export function knockFrom(host: string, origin: string): Promise<number> {
  const socket = new WebSocket(`ws://${host}/graphql`, 'graphql-transport-ws', { origin });
  return new Promise((resolve) => {
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.once('unexpected-response', (_request, { statusCode }) => {
      socket.terminate();
      resolve(statusCode ?? 0);
    });
    socket.on('error', () => undefined);
  });
}
