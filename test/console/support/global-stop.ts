import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import type { StartedProduct } from './global-start.ts';

export default async function stop(): Promise<void> {
  const { product } = globalThis as { product?: StartedProduct };
  if (!product) return;
  if (product.process.exitCode === null) {
    product.process.kill('SIGINT');
    await once(product.process, 'exit');
  }
  await rm(product.data, { recursive: true, force: true });
}
