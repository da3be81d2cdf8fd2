import type { Viewer } from '@alidade/access';
import type { CohortDesign, DesignRules } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { FieldFault } from '@alidade/errors';
import type { EntityManager } from 'typeorm';
import { requireAllKnown } from '../../platform/require-all-known.js';
import { requireReach } from './reach.queries.js';
import { candidateIdsOf, cohortsOfDesign } from '../problem/problem.queries.js';
import type { CohortRulesInput } from './designs.inputs.js';

interface NamedId {
  readonly path: string;
  readonly id: string;
}

/** Every executive that rules name, by the path under which a client writes them. */
function executivesNamed(rules: CohortRulesInput): readonly NamedId[] {
  const pairs = (name: 'apart' | 'together') =>
    (rules[name] ?? []).flatMap(({ a, b }, i) => [
      { path: `rules.${name}.${i}.a`, id: a },
      { path: `rules.${name}.${i}.b`, id: b },
    ]);
  const placed = (name: 'locked' | 'forbidden') =>
    (rules[name] ?? []).map(({ executiveId }, i) => ({
      path: `rules.${name}.${i}.executiveId`,
      id: executiveId,
    }));
  const mandatory = (rules.mandatoryIds ?? []).map((id, i) => ({ path: `rules.mandatoryIds.${i}`, id }));
  return [...pairs('apart'), ...pairs('together'), ...placed('locked'), ...placed('forbidden'), ...mandatory];
}

function cohortsNamed(rules: CohortRulesInput): readonly NamedId[] {
  const placed = (name: 'locked' | 'forbidden') =>
    (rules[name] ?? []).map(({ cohortId }, i) => ({ path: `rules.${name}.${i}.cohortId`, id: cohortId }));
  const mustRun = (rules.mustRunIds ?? []).map((id, i) => ({ path: `rules.mustRunIds.${i}`, id }));
  return [...placed('locked'), ...placed('forbidden'), ...mustRun];
}

/**
 * @throws UseCaseError NOT_FOUND naming by path the executives out of the viewer's reach and cohorts that are not there;
 *         INVALID_INPUT naming those that are no candidates of the design or none of its cohorts, and pairs of one person
 */
export async function requireNamed(
  tx: EntityManager,
  viewer: Viewer,
  design: CohortDesign,
  rules: CohortRulesInput,
): Promise<void> {
  const [executives, cohorts] = [executivesNamed(rules), cohortsNamed(rules)];
  await requireReach(
    tx,
    viewer,
    executives.map(({ id }) => id),
    (i) => executives[i]?.path ?? '',
  );
  await requireAllKnown(tx, viewer, {
    table: 'cohort',
    ids: cohorts.map(({ id }) => id),
    pathOf: (i) => cohorts[i]?.path ?? '',
  });
  const candidates = new Set(await candidateIdsOf(tx, viewer, design, viewer.today));
  const own = new Set((await cohortsOfDesign(tx, viewer, design.id)).map(({ id }) => id));
  const fields = [
    ...outside(executives, candidates, 'no candidate'),
    ...outside(cohorts, own, 'no cohort'),
    ...pairsOfOne(rules, 'apart'),
    ...pairsOfOne(rules, 'together'),
  ];
  if (fields.length > 0)
    throw new UseCaseError('INVALID_INPUT', fields.map(({ message }) => message).join(' '), { fields });
}

const outside = (named: readonly NamedId[], known: ReadonlySet<string>, what: string): FieldFault[] =>
  named
    .filter(({ id }) => !known.has(id))
    .map(({ path, id }) => ({ path, message: `${path}: ${id} is ${what} of this design.` }));

const pairsOfOne = (rules: CohortRulesInput, name: 'apart' | 'together'): FieldFault[] =>
  (rules[name] ?? []).flatMap(({ a, b }, i) =>
    a === b
      ? [{ path: `rules.${name}.${i}`, message: `rules.${name}.${i}: a pair names two different people.` }]
      : [],
  );

/** The same rules as the design has them, without what is not there any more, for showing. */
export const withKnown = (rules: DesignRules, known: (executiveId: string) => boolean): DesignRules => {
  const pairs = (all: DesignRules['apart']) => all.filter((pair) => pair.every(known));
  const placed = (all: DesignRules['locked']) => all.filter(({ executiveId }) => known(executiveId));
  return {
    ...rules,
    apart: pairs(rules.apart),
    together: pairs(rules.together),
    locked: placed(rules.locked),
    forbidden: placed(rules.forbidden),
    mandatoryIds: rules.mandatoryIds.filter(known),
  };
};
