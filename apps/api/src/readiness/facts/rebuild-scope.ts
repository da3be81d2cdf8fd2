/** One change that is to be worked in. */
export interface NotedCause {
  readonly id: string;
  readonly validFrom: string;
  /** Null: everybody. */
  readonly executiveId: string | null;
  /** Null: all statements. */
  readonly strategyId: string | null;
  /** Null: in all capabilities. */
  readonly capabilityId: string | null;
}

export const EVERYBODY = 'EVERYBODY';
/** Executives by id. */
export type Whose = typeof EVERYBODY | ReadonlySet<string>;

interface RequiringCapabilities {
  readonly id: string;
  /** Every capability it ever requires. */
  readonly capabilityIds: readonly string[];
}

/** What has to be made anew. Always over all days: what comes out as it was is not written. */
export interface RebuildScope {
  readonly levelsOf: Whose;
  readonly readinessOf: (statement: RequiringCapabilities) => Whose;
}

/** What a set of causes asks for together. O(causes). */
export function scopeOfCauses(causes: readonly NotedCause[]): RebuildScope {
  const ofAllStatements = causes.filter(({ strategyId }) => strategyId === null);
  const levelsOf = whoseIn(ofAllStatements);
  return {
    levelsOf,
    readinessOf: ({ id, capabilityIds }) =>
      whoseIn(
        causes.filter(
          ({ strategyId, capabilityId }) =>
            (strategyId === null || strategyId === id) &&
            (capabilityId === null || capabilityIds.includes(capabilityId)),
        ),
      ),
  };
}

export const isIn = (whose: Whose, executiveId: string): boolean =>
  whose === EVERYBODY || whose.has(executiveId);

export const isNobody = (whose: Whose): boolean => whose !== EVERYBODY && whose.size === 0;

function whoseIn(causes: readonly NotedCause[]): Whose {
  const executives = new Set<string>();
  for (const { executiveId } of causes) {
    if (executiveId === null) return EVERYBODY;
    executives.add(executiveId);
  }
  return executives;
}
