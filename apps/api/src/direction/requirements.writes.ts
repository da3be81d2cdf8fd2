import { Requirement, StatementStatus } from '@alidade/database';
import type { Strategy } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { beginVersion, changeDraft, versionToChange } from './direction.versions.js';
import type { Author } from './direction.versions.js';

/** What a version requires of one leadership level, or of all (null), in one capability. */
export interface Required {
  readonly capabilityId: string;
  readonly leadershipLevelId: string | null;
  readonly requiredLevel: number;
  readonly weight: number;
  readonly critical: boolean;
}

const ACTION = 'REQUIREMENTS_SET';

/**
 * The version of a statement, locked by its editor, that takes new requirements and has none yet: the draft, or a new
 * approved version with what the present one says.
 * @param effectiveFrom  null: as `versionToChange`; of a draft, as planned before
 * @returns its id
 */
export async function versionToFill(
  tx: EntityManager,
  author: Author,
  strategy: Strategy,
  effectiveFrom: string | null,
): Promise<string> {
  if (strategy.status === StatementStatus.DRAFT) {
    const set = effectiveFrom === null ? {} : { validFrom: effectiveFrom };
    const draft = await changeDraft(tx, author, strategy, { action: ACTION, set });
    await tx.delete(Requirement, { organizationId: strategy.organizationId, strategyVersionId: draft });
    return draft;
  }
  const { base, from } = await versionToChange(tx, author, strategy, effectiveFrom);
  return beginVersion(tx, author, strategy, { action: ACTION, from, said: base });
}

export async function fillVersion(
  tx: EntityManager,
  { organizationId }: Pick<Author, 'organizationId'>,
  versionId: string,
  requirements: readonly Required[],
): Promise<void> {
  const columnOf = <K extends keyof Required>(key: K): Required[K][] => requirements.map((each) => each[key]);
  await tx.query(
    `INSERT INTO requirement (organization_id, strategy_version_id, capability_id, leadership_level_id, required_level, weight, critical)
     SELECT $1, $2, * FROM unnest($3::uuid[], $4::uuid[], $5::float8[], $6::float8[], $7::boolean[])`,
    [
      organizationId,
      versionId,
      columnOf('capabilityId'),
      columnOf('leadershipLevelId'),
      columnOf('requiredLevel'),
      columnOf('weight'),
      columnOf('critical'),
    ],
  );
}
