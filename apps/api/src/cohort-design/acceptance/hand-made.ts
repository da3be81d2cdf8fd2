import type { NameOf, RuleName } from '@alidade/cohorts';
import type { StoredConflict } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { inWords } from '../sentences.js';

/** What holds for enrollments by hand, too; the optimizer's further rules do not bind a hand. */
const BINDING: ReadonlySet<RuleName> = new Set<RuleName>([
  'leadershipLevel',
  'language',
  'completedProgram',
  'unavailableWeek',
  'oneCohort',
]);

/** @throws UseCaseError CONFLICT naming the rules that a plan changed by hand breaks and that bind a hand */
export function refuseBroken(breaks: readonly StoredConflict[], nameOf: NameOf): void {
  const binding: ReadonlySet<string> = BINDING;
  const refused = breaks.filter(({ rule }) => binding.has(rule));
  if (refused.length === 0) return;
  throw new UseCaseError('CONFLICT', refused.map(({ sentence }) => inWords(sentence, nameOf)).join(' '));
}
