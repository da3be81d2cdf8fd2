import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer } from 'smtp-server';

const HOST = '127.0.0.1';
const LARGEST_MAIL = 5 * 1024 * 1024;

export interface MailCatcher {
  /** As SMTP_URL. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * A mail server for one's own machine, on a free port: it takes every mail and keeps it in a folder. Nothing leaves.
 * @param folder  made where it is missing; sorted by name its files are sorted by time
 */
export async function catchMail(folder: string): Promise<MailCatcher> {
  await mkdir(folder, { recursive: true });
  const server = catcherInto(folder);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, HOST, () => {
      server.off('error', reject);
      server.on('error', () => undefined); // A sender that went away has lost its mail, and sends it again.
      resolve();
    });
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('A mail server without a port');
  return {
    url: `smtp://${HOST}:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function catcherInto(folder: string): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    closeTimeout: 200,
    size: LARGEST_MAIL,
    onData(stream, _session, done) {
      const kept = buffer(stream).then((mail) => keep(folder, mail));
      callbackify(() => kept)(done);
    },
  });
}

/** Under another name until it is whole. */
async function keep(folder: string, mail: Buffer): Promise<void> {
  const name = `${Date.now()}-${randomUUID()}.eml`;
  const draft = path.join(folder, `${name}.part`);
  await writeFile(draft, mail);
  await rename(draft, path.join(folder, name));
}
