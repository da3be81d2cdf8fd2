import { dataDirectory, secretIn } from './local-database.js';
import type { LocalDatabase } from './local-database.js';

/** The built programs that commands run. */
export const API = new URL('../../api/src/main.js', import.meta.url);
export const WORKER = new URL('../../api/src/worker.js', import.meta.url);
export const VERIFY_READINESS = new URL('../../api/src/verify-readiness.js', import.meta.url);

/** What the API and the worker are started with: everything this process was, and the database. */
export async function processEnvironment({ urls }: LocalDatabase): Promise<NodeJS.ProcessEnv> {
  const SESSION_SECRET = process.env['SESSION_SECRET'] ?? (await secretIn(dataDirectory(), 'session'));
  // A line for every request would bury what the command itself has to say.
  return { LOG_LEVEL: 'warn', ...process.env, DATABASE_URL: urls.app, SESSION_SECRET };
}
