import type { DocumentFault } from './document-node.js';

/** A document that is no cohort problem, or a solution that does not belong to it. */
export class InvalidProblemError extends Error {
  override readonly name = 'InvalidProblemError';

  constructor(readonly faults: readonly DocumentFault[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  }
}
