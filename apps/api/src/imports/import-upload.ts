import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UseCaseError } from '@alidade/errors';
import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { httpErrors } from '../platform/http-errors.js';
import { idempotencyKeyIn } from '../platform/idempotency.js';
import { Askers } from '../sign-in/askers.js';
import { ImportsService } from './imports.service.js';

interface Route {
  Params: { readonly kind: string };
  Querystring: Readonly<Record<string, unknown>>;
  Body: IncomingMessage | null | undefined;
}

/** What is uploaded; everything else is refused, so that no form of another site can send one. */
const FILE_TYPES = ['text/csv', 'application/json'];

/**
 * POST /imports/:kind, beside Nest's routes and with parsers of its own: the body of a file is passed on as it comes,
 * and before its first byte is read it is known who sends it.
 */
export async function mountImports(app: NestFastifyApplication): Promise<void> {
  const [imports, askers] = [app.get(ImportsService), app.get(Askers)];
  await app.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(FILE_TYPES, (_request, payload, done) => done(null, payload));
    scope.addContentTypeParser('*', (_request, _payload, done) => done(notAFile()));
    scope.setErrorHandler(httpErrors);
    scope.post<Route>('/imports/:kind', async (request, reply) => {
      const { params, query, body, headers } = request;
      const { viewer, reads } = await askers.behind(request, reply);
      await reads.renew(); // However long the file takes, no connection waits for it.
      const importId = await imports.upload(viewer, {
        kind: params.kind,
        settings: query,
        idempotencyKey: idempotencyKeyIn(headers),
        length: Number(headers['content-length'] ?? 0),
        // Not to be destroyed when it is too large: the answer goes over the same socket.
        file: body?.iterator({ destroyOnReturn: false }) ?? nothing(),
      });
      return reply.code(202).send({ importId });
    });
  });
}

const notAFile = (): Error =>
  Object.assign(
    new UseCaseError('INVALID_INPUT', 'A file is sent as text/csv; a CASE package, as application/json.'),
    { statusCode: 415 },
  );

async function* nothing(): AsyncGenerator<Buffer> {
  // A request without a body is an empty file, of which the reader tells.
}
