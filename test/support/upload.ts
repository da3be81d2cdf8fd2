import request from 'supertest';
import { setTimeout as pause } from 'node:timers/promises';
import type { Program } from './program.js';

interface Sent {
  readonly type?: string;
  readonly key?: string;
}

interface UploadReply {
  readonly status: number;
  readonly body: any;
}

/** @param path  e.g. `people?dryRun=true` */
export async function upload(
  { app }: Program,
  token: string | null,
  path: string,
  { type = 'text/csv', key, file }: Sent & { readonly file: string },
): Promise<UploadReply> {
  const call = request(app.getHttpServer()).post(`/imports/${path}`).set('content-type', type);
  if (token !== null) call.set('authorization', `Bearer ${token}`);
  if (key !== undefined) call.set('idempotency-key', key);
  const { status, body } = await call.send(file);
  return { status, body };
}

const ENDED = ['SUCCEEDED', 'REJECTED', 'FAILED', 'CANCELLED'];
const QUESTION = `query ($id: ID!) { importJob(id: $id) {
  id kind status dryRun progress rows created updated unchanged faults { line column message } faultCount failure
} }`;

/** @returns the import as its owner sees it once it has ended, or has any of the other states */
export async function importWhen(
  program: Program,
  token: string,
  id: string,
  states: readonly string[] = ENDED,
): Promise<any> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const { data, codes } = await program.as(token, QUESTION, { id });
    if (codes.length > 0) throw new Error(codes.join());
    if (states.includes(data.importJob.status)) return data.importJob;
    if (Date.now() > deadline) throw new Error(`The import stayed ${data.importJob.status}`);
    // oxlint-disable-next-line no-await-in-loop
    await pause(50);
  }
}

/** Uploads a file and waits for a worker to have read it. @param path  as for upload */
export async function takeInOverHttp(
  program: Program,
  token: string,
  path: string,
  sent: Sent & { readonly file: string },
): Promise<any> {
  const { status, body } = await upload(program, token, path, sent);
  if (status !== 202) throw new Error(`${status} ${JSON.stringify(body)}`);
  return importWhen(program, token, body.importId);
}
