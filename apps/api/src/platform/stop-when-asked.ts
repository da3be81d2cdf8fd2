import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Server } from 'node:http';
import type { Logger } from 'pino';

/** How long a request that runs may go on. */
const LONGEST_REQUEST_MS = 10_000;
const IDLE_SWEEP_MS = 50;

/**
 * Ends the process in good order, once, at SIGTERM or SIGINT, or when the command that started it is gone. A second
 * signal changes nothing: npm passes on what the terminal has sent already.
 * @param longestMs  after which it ends all the same
 */
export function stopWhenAsked(stop: () => Promise<void>, log: Logger, longestMs: number): void {
  let stopping = false;
  const end = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'stopping');
    setTimeout(() => {
      log.error('stopped with work unfinished');
      process.exit(1);
    }, longestMs).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopped badly');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
  if (process.channel) process.once('disconnect', () => end('disconnect'));
}

/** Takes no new connection, lets the requests that run finish, and then closes the pool they used. */
export async function closeGently(app: NestFastifyApplication): Promise<void> {
  const server: Server = app.getHttpServer();
  // A connection that a client keeps for its next request becomes idle only when its last one has ended.
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  const last = setTimeout(() => server.closeAllConnections(), LONGEST_REQUEST_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(last);
  }
}
