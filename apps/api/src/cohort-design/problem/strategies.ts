import { requirementsFor } from '@alidade/readiness';
import type { ReadinessBasis } from '@alidade/database';
import type { DocumentStrategy } from './document.js';
import type { ProblemSources } from './problem.queries.js';

export interface ProblemStrategies {
  readonly strategies: readonly DocumentStrategy[];
  readonly critical: ReadinessBasis['critical'];
}

/**
 * The statements in force as a problem has them: what is required of each leadership level, one requirement per
 * capability and weight, because a weight may differ between levels.
 */
export function strategiesOf({
  statements,
  levels,
}: Pick<ProblemSources, 'statements' | 'levels'>): ProblemStrategies {
  const critical: [string, string, string][] = [];
  const strategies = statements
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, weight, requirements }) => {
      const grouped = new Map<
        string,
        { capability: string; weight: number; required: Record<string, number> }
      >();
      for (const level of levels)
        for (const requirement of requirementsFor(requirements, level.id)) {
          const key = `${requirement.capabilityId} ${requirement.weight}`;
          const group = grouped.get(key) ?? {
            capability: requirement.capabilityId,
            weight: requirement.weight,
            required: {},
          };
          group.required[level.name] = requirement.requiredLevel;
          grouped.set(key, group);
          if (requirement.critical) critical.push([id, requirement.capabilityId, level.name]);
        }
      return { id, weight, requirements: [...grouped.values()] };
    });
  return { strategies, critical };
}
