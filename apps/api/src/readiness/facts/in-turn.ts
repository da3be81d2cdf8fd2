/** What is done with one batch after another: read, made in memory, written. */
interface Turn<Batch, Read, Made> {
  readonly read: (batch: Batch) => Promise<Read>;
  readonly make: (read: Read, batch: Batch) => Made;
  /** @returns how much changed */
  readonly write: (made: Made, batch: Batch) => Promise<number>;
}

/**
 * Works through batches in their order, at most three of them in memory: while one is made, the next is being read and
 * the one before written, so that the database and this process do not wait for each other.
 * @returns how much changed in all
 */
export async function inTurn<Batch, Read, Made>(
  batches: Iterable<Batch>,
  { read, make, write }: Turn<Batch, Read, Made>,
  signal: AbortSignal,
): Promise<number> {
  let changes = 0;
  let reading: Promise<readonly [Batch, Read]> | undefined;
  let writing: Promise<number> | undefined;
  const finish = async (current: Promise<readonly [Batch, Read]>): Promise<void> => {
    const [batch, found] = await current;
    const made = make(found, batch);
    changes += (await writing) ?? 0;
    writing = unheard(write(made, batch));
  };
  for (const batch of batches) {
    signal.throwIfAborted();
    const current = reading;
    reading = unheard(read(batch).then((found) => [batch, found] as const));
    // oxlint-disable-next-line no-await-in-loop
    if (current) await finish(current);
  }
  if (reading) await finish(reading);
  return changes + ((await writing) ?? 0);
}

/** A failure is told to whoever awaits it, which may be later, or nobody where another came first. */
function unheard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

export function* batchesOf(ids: readonly string[], size: number): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += size) yield ids.slice(from, from + size);
}
