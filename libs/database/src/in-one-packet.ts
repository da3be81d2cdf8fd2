import type { Duplex } from 'node:stream';

/** As much of a client of pg as it takes to reach what its statements leave by. */
export interface Connected {
  readonly connection: { readonly stream: Duplex };
}

/**
 * Lets all that is asked on a connection before this turn of the event loop ends leave together: pg writes each statement
 * by itself, and a write to a socket takes longer than most of what is done for a statement here.
 */
export function inOnePacket({ connection: { stream } }: Connected): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}
