import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { CohortDesign, CohortDesignCohort, inOrganization, updateGuarded } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requirePopulation, WHOLE_ORGANIZATION } from '../../directory/population.queries.js';
import type { Population } from '../../directory/population.queries.js';
import { requireUnitWithin } from '../../directory/units.queries.js';
import { recordAudit } from '../../platform/audit.js';
import { requireAllKnown } from '../../platform/require-all-known.js';
import { requireEverywhere } from '../../platform/require-everywhere.js';
import { requireFillable } from '../problem/fillable.js';
import { cohortsOfDesign } from '../problem/problem.queries.js';
import type { CreateCohortDesignInput, SetCohortRulesArgs } from './designs.inputs.js';
import { designsSeenBy, lockDesign, requireDesign } from './designs.queries.js';
import { editedPreferences, editedRules } from './edited-rules.js';
import { CohortPreset, NO_RULES, PRESETS } from './presets.js';
import { requireReach } from './reach.queries.js';
import { requireNamed } from './require-named.js';

@Injectable()
export class DesignsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  list(viewer: Viewer, reads: ReadSession): Promise<CohortDesign[]> {
    return reads.read((tx) => designsSeenBy(tx, viewer));
  }

  one(viewer: Viewer, reads: ReadSession, id: string): Promise<CohortDesign> {
    return reads.read((tx) => requireDesign(tx, viewer, id));
  }

  /**
   * @throws UseCaseError INVALID_INPUT when a population and a list are given or a cohort has begun; NOT_FOUND for unknown
   *         ids; FORBIDDEN for candidates beyond the viewer's units
   */
  create(viewer: Viewer, input: CreateCohortDesignInput): Promise<CohortDesign> {
    const { organizationId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const population = await requireCandidates(tx, viewer, input);
      const { name, cohortIds, unitDepth = null } = input;
      await requireAllKnown(tx, viewer, {
        table: 'cohort',
        ids: cohortIds,
        pathOf: (i) => `input.cohortIds.${i}`,
      });
      const { everyonePlaced, preferences } = PRESETS[input.preset ?? CohortPreset.MOST_BENEFIT];
      const listed = input.candidateIds ?? null;
      const design = await tx.save(CohortDesign, {
        organizationId,
        name,
        ...population,
        listed: listed !== null,
        unitDepth,
        rules: { ...NO_RULES, everyonePlaced },
        preferences,
      });
      const designId = design.id;
      await tx.insert(
        CohortDesignCohort,
        cohortIds.map((cohortId) => ({ organizationId, designId, cohortId })),
      );
      requireFillable(await cohortsOfDesign(tx, viewer, designId));
      if (listed) await listCandidates(tx, design, listed);
      await recordAudit(tx, viewer, { action: 'COHORT_DESIGN_CREATED', subjectId: designId });
      return design;
    });
  }

  /** @throws UseCaseError CONFLICT when stale; NOT_FOUND and INVALID_INPUT naming by path what cannot be meant */
  setRules(
    viewer: Viewer,
    { designId, expectedVersion, rules, preferences }: SetCohortRulesArgs,
  ): Promise<CohortDesign> {
    return inOrganization(this.db, viewer, async (tx) => {
      const design = await lockDesign(tx, viewer, designId);
      if (rules) await requireNamed(tx, viewer, design, rules);
      const set = {
        rules: rules ? editedRules(design.rules, rules) : design.rules,
        preferences: preferences ? editedPreferences(design.preferences, preferences) : design.preferences,
      };
      const edited = await updateGuarded(tx, CohortDesign, design, { expectedVersion, set });
      await recordAudit(tx, viewer, { action: 'COHORT_RULES_SET', subjectId: designId });
      return edited;
    });
  }

  /** Preferences as the preset has them, and whether everybody is to be placed; the other rules stay. */
  applyPreset(
    viewer: Viewer,
    designId: string,
    expectedVersion: number,
    preset: CohortPreset,
  ): Promise<CohortDesign> {
    return inOrganization(this.db, viewer, async (tx) => {
      const design = await lockDesign(tx, viewer, designId);
      const { everyonePlaced, preferences } = PRESETS[preset];
      const set = { preferences, rules: { ...design.rules, everyonePlaced } };
      const edited = await updateGuarded(tx, CohortDesign, design, { expectedVersion, set });
      await recordAudit(tx, viewer, { action: 'COHORT_RULES_SET', subjectId: designId, detail: { preset } });
      return edited;
    });
  }
}

async function requireCandidates(
  tx: EntityManager,
  viewer: Viewer,
  { candidates, candidateIds }: CreateCohortDesignInput,
): Promise<Population> {
  if (candidateIds) {
    if (candidates) {
      const message = 'Candidates are a population or a list, not both.';
      throw new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'input.candidateIds', message }] });
    }
    await requireReach(tx, viewer, candidateIds, (i) => `input.candidateIds.${i}`);
    return WHOLE_ORGANIZATION;
  }
  const population = await requirePopulation(tx, viewer, candidates);
  if (population.unitId === null) requireEverywhere(viewer, Permission.ProgramDesign);
  else await requireUnitWithin(tx, viewer, Permission.ProgramDesign, population.unitId);
  return population;
}

async function listCandidates(
  tx: EntityManager,
  { organizationId, id: designId }: CohortDesign,
  executiveIds: readonly string[],
): Promise<void> {
  await tx.query(
    `INSERT INTO cohort_design_candidate (organization_id, design_id, executive_id)
     SELECT $1, $2, listed.id FROM unnest($3::uuid[]) AS listed (id)`,
    [organizationId, designId, [...executiveIds]],
  );
}
