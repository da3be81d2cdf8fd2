import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { UseCaseError } from '@alidade/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { httpErrors } from '../../platform/http-errors.js';
import { Askers } from '../../sign-in/askers.js';
import { EvidenceFilesService, MEDIA_TYPES } from './evidence-files.service.js';

interface Upload {
  Params: { readonly id: string };
  Querystring: Readonly<Record<string, unknown>>;
  Body: IncomingMessage | null | undefined;
}
interface Download {
  Params: { readonly id: string };
}

/** Whatever it claims to be, it is saved and never shown or run in the browser. */
const NEVER_RUN = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-store',
};

export const isEvidenceUpload = ({ url }: Pick<FastifyRequest, 'url'>): boolean =>
  url.startsWith('/plans/actions/');

/**
 * POST /plans/actions/:id/evidence?name=… and GET /plans/evidence/:id, beside Nest's routes: a body is passed on as it
 * comes, and before its first byte is read it is known who sends it.
 */
export async function mountEvidence(app: NestFastifyApplication): Promise<void> {
  const [files, askers] = [app.get(EvidenceFilesService), app.get(Askers)];
  await app.register(async (scope: FastifyInstance) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser([...MEDIA_TYPES], (_request, payload, done) => done(null, payload));
    scope.addContentTypeParser('*', (_request, _payload, done) => done(notTaken()));
    scope.setErrorHandler(httpErrors);
    scope.post<Upload>('/plans/actions/:id/evidence', async (request, reply) => {
      const { params, query, body, headers } = request;
      const { viewer, reads } = await askers.behind(request, reply);
      await reads.renew(); // However long the file takes, no connection waits for it.
      if (!body) throw notTaken();
      const evidenceId = await files.upload(viewer, {
        actionId: params.id,
        name: query['name'],
        mediaType: mediaTypeOf(headers['content-type']),
        length: Number(headers['content-length'] ?? 0),
        // Not to be destroyed when it is too large: the answer goes over the same socket.
        file: body.iterator({ destroyOnReturn: false }),
      });
      return reply.code(201).send({ evidenceId });
    });
    scope.get<Download>('/plans/evidence/:id', async (request, reply) => {
      const { viewer, reads } = await askers.behind(request, reply);
      const { name, mediaType, bytes, file } = await files.download(viewer, reads, request.params.id);
      const headers = { ...NEVER_RUN, 'content-length': bytes, 'content-disposition': attachment(name) };
      return reply
        .headers(headers)
        .type(mediaType)
        .send(Readable.from(file, { objectMode: false }));
    });
  });
}

const mediaTypeOf = (header: string | undefined): string => (header ?? '').split(';')[0]?.trim() ?? '';

/** RFC 6266: a plain name for old clients, the real one for all others. */
const attachment = (name: string): string => {
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="evidence"; filename*=UTF-8''${encoded}`;
};

const notTaken = (): Error =>
  Object.assign(new UseCaseError('INVALID_INPUT', `Evidence is sent as one of ${MEDIA_TYPES.join(', ')}.`), {
    statusCode: 415,
  });
