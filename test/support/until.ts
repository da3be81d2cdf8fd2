import { setTimeout as pause } from 'node:timers/promises';

/** Looks again and again until there is something to see. @throws Error after a minute, naming what was waited for */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    // oxlint-disable-next-line no-await-in-loop
    await pause(10);
  }
}
