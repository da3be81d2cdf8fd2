import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';

const LONGEST_MS = 10_000;

/**
 * A request may be answered before its body has come: too large, nobody's, too many. Closing at once would reset the
 * connection under a client that still sends, before it has read the answer. So what still comes is read and dropped,
 * for a while.
 */
export function letUnreadBodiesPass(app: FastifyInstance, longestMs = LONGEST_MS): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    if (announcesBody(request) && !request.raw.complete) {
      reply.removeHeader('connection'); // Fastify's way would be to close.
      drop(request.raw, longestMs);
    }
    done(null, payload);
  });
}

const announcesBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

function drop(raw: IncomingMessage, longestMs: number): void {
  const timer = setTimeout(() => raw.socket.destroy(), longestMs).unref();
  raw.once('close', () => clearTimeout(timer));
  raw.once('end', () => clearTimeout(timer));
  raw.resume();
}
