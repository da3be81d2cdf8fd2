/** What a person's readiness is made of on a day. */
export interface ReadinessFacts<Requirements, Level> {
  /** The requirements, and the policy if it is varied. */
  readonly requirements: Requirements;
  /** Levels that count on the day, by capability; stale ones are absent. */
  readonly levels: ReadonlyMap<string, Level>;
}

/** The two states between two days, of which a change is split. */
export interface FactsBetween<Requirements, Level> {
  /** New requirements and policy at the old levels. */
  readonly withNewRequirements: ReadinessFacts<Requirements, Level>;
  /** And only what is known on the later day: what turned stale is gone, what was found out is there. */
  readonly withNewEvidence: ReadinessFacts<Requirements, Level>;
}

/**
 * The states through which the change of a person who stayed is split, in the fixed order: requirements and policy,
 * then staleness and coverage, then levels. A level that was unknown before is not a change of level but of what is
 * known, so it enters with the second.
 *
 * @param before facts on the earlier day
 * @param after  facts on the later day
 * @returns      two states; from the second to `after` only levels known on both days differ
 *
 * O(levels).
 */
export function factsBetween<Requirements, Level>(
  before: ReadinessFacts<Requirements, Level>,
  after: ReadinessFacts<Requirements, Level>,
): FactsBetween<Requirements, Level> {
  const { requirements } = after;
  const known = new Map([...after.levels].map(([id, level]) => [id, before.levels.get(id) ?? level]));
  return {
    withNewRequirements: { requirements, levels: before.levels },
    withNewEvidence: { requirements, levels: known },
  };
}
