import { Organization } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { DataSource } from 'typeorm';
import { verifyReadiness } from './verify-readiness.js';
import type { Verified } from './verify-readiness.js';

export interface AskedVerification {
  /** Name or slug; null: all. */
  readonly organization: string | null;
  readonly days: number;
  readonly seed: number;
}

/** Where results and progress are said. */
interface Voice {
  readonly print: (line: string) => void;
  readonly progress: (line: string) => void;
}

/**
 * Verifies the readiness of organizations one after the other, and says what came of it, a line for each.
 * @returns  whether all of it is right
 * @throws UseCaseError NOT_FOUND for an organization that there is not
 */
export async function reportVerification(
  db: DataSource,
  { organization, days, seed }: AskedVerification,
  { print, progress }: Voice,
): Promise<boolean> {
  let allRight = true;
  for (const { id: organizationId, name } of await organizationsCalled(db, organization)) {
    const onDay = (day: string, place: number) => progress(`${name}: ${day} (${place} of ${days}) …`);
    // oxlint-disable-next-line no-await-in-loop
    const found = await verifyReadiness(db, { organizationId, days, seed, onDay });
    print(`${name}: ${sentenceFor(found)}`);
    allRight &&= found.outcome === 'RIGHT';
  }
  return allRight;
}

async function organizationsCalled(db: DataSource, name: string | null): Promise<readonly Organization[]> {
  const found = await db
    .getRepository(Organization)
    .find({ where: name === null ? {} : [{ name }, { slug: name }], order: { name: 'ASC' } });
  if (name !== null && found.length === 0)
    throw new UseCaseError('NOT_FOUND', `There is no organization called ${name}.`);
  return found;
}

function sentenceFor(found: Verified): string {
  if (found.outcome === 'RIGHT') return `what is kept is right on ${found.days} days.`;
  if (found.outcome === 'WAITING')
    return `${found.changes} changes wait for the worker; verify when it has worked them in.`;
  const { day, what, stored, expected } = found.difference;
  return `on ${day}, ${what}: kept ${JSON.stringify(stored)}, by the history ${JSON.stringify(expected)}.`;
}
