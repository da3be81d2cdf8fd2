import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../support/free-port.ts';

export interface StartedProduct {
  readonly process: ChildProcess;
  readonly data: string;
}

/**
 * Once per run: the built product with its own database and the demo organization, as a newcomer starts it. With
 * CONSOLE_ADDRESS and CONSOLE_PEOPLE (what it printed) a running one is used.
 */
export default async function start(): Promise<void> {
  if (process.env['CONSOLE_ADDRESS']) return;
  const data = await mkdtemp(path.join(tmpdir(), 'alidade-console-'));
  const port = await freePort();
  const product = spawn(process.execPath, ['bin/alidade.mjs', 'start'], {
    env: { ...process.env, ALIDADE_DATA: data, PORT: String(port), METRICS_PORT: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  Object.assign(globalThis, { product: { process: product, data } satisfies StartedProduct });
  process.env['CONSOLE_ADDRESS'] = `http://127.0.0.1:${port}`;
  process.env['CONSOLE_PEOPLE'] = await peopleIn(product);
}

/** What it prints of who can sign in. It prints that when it is ready. Read on to the end, so that it can go on printing. */
function peopleIn(product: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    product.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      // The people stand below the address and end with an empty line.
      if (/Alidade is at [\s\S]*\n\n/.test(printed)) resolve(printed);
    });
    product.once('exit', () => reject(new Error(`The product did not start: ${printed}`)));
  });
}
