import type { DesignRules } from '@alidade/database';
import type { Loaders } from '../../loaders.js';
import type { CohortRulesType, ExecutivePairType } from './designs.types.js';
import { withKnown } from './require-named.js';

const pair = ([aId, bId]: readonly [string, string]): ExecutivePairType => ({ aId, bId });

/** The rules of a design, without those about people whom the viewer may not know by name (any more). */
export async function rulesShown(rules: DesignRules, loaders: Loaders): Promise<CohortRulesType> {
  const ids = new Set([
    ...rules.apart.flat(),
    ...rules.together.flat(),
    ...[...rules.locked, ...rules.forbidden].map(({ executiveId }) => executiveId),
    ...rules.mandatoryIds,
  ]);
  const found = await loaders.executive.loadMany([...ids]);
  const known = new Set(found.flatMap((executive) => (executive instanceof Error ? [] : [executive.id])));
  const shown = withKnown(rules, (id) => known.has(id));
  return {
    ...shown,
    apartPairs: shown.apart.map(pair),
    togetherPairs: shown.together.map(pair),
    lockedPlacements: shown.locked,
    forbiddenPlacements: shown.forbidden,
  };
}
