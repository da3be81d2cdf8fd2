import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { inOrganization, StatementStatus, Strategy, updateGuarded } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requireEverywhere } from '../platform/require-everywhere.js';
import type { RequirementInput, ReviseStrategyInput, SetRequirementsInput } from './direction.inputs.js';
import { requireStrategy, strategyToEdit } from './direction.queries.js';
import type { StrategyType } from './direction.types.js';
import { beginVersion, changeDraft, copyRequirements, versionToChange } from './direction.versions.js';
import { requireFreeTitle, requireOwner, requireSound } from './references.js';
import { fillVersion, versionToFill } from './requirements.writes.js';
import type { Required } from './requirements.writes.js';

const REVISED = 'STRATEGY_REVISED';

/** What a statement says and requires: a draft is changed, an approved one gets a new approved version. */
@Injectable()
export class StatementsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  revise(viewer: Viewer, input: ReviseStrategyInput): Promise<StrategyType> {
    return this.edit(viewer, input, async (tx, strategy) => {
      const { title, ownerId, expectedVersion } = input;
      if (title && title !== strategy.title) await requireFreeTitle(tx, viewer, title);
      if (ownerId) await requireOwner(tx, viewer, ownerId);
      const set = { ...(title && { title }), ...(ownerId !== undefined && { ownerId }) };
      await updateGuarded(tx, Strategy, strategy, { expectedVersion, set });
      if (strategy.status === StatementStatus.DRAFT) await reviseDraft(tx, viewer, strategy, input);
      else await reviseApproved(tx, viewer, strategy, input);
    });
  }

  setRequirements(viewer: Viewer, input: SetRequirementsInput): Promise<StrategyType> {
    return this.edit(viewer, input, async (tx, strategy) => {
      const { expectedVersion, effectiveFrom = null } = input;
      const requirements = input.requirements.map(requiredBy);
      if (requirements.length === 0 && strategy.status === StatementStatus.APPROVED) throw nothingLeft();
      await requireSound(tx, viewer, requirements);
      await updateGuarded(tx, Strategy, strategy, { expectedVersion, set: {} });
      const version = await versionToFill(tx, viewer, strategy, effectiveFrom);
      await fillVersion(tx, viewer, version, requirements);
    });
  }

  private async edit(
    viewer: Viewer,
    { strategyId }: { readonly strategyId: string },
    change: (tx: EntityManager, strategy: Strategy) => Promise<void>,
  ): Promise<StrategyType> {
    requireEverywhere(viewer, Permission.DirectionEdit);
    return inOrganization(this.db, viewer, async (tx) => {
      const strategy = await strategyToEdit(tx, viewer, strategyId);
      if (strategy.status === StatementStatus.RETIRED)
        throw new UseCaseError('CONFLICT', `"${strategy.title}" is retired and stays as it was.`);
      await change(tx, strategy);
      return requireStrategy(tx, viewer, strategyId);
    });
  }
}

async function reviseDraft(
  tx: EntityManager,
  viewer: Viewer,
  strategy: Strategy,
  { narrative, weight, effectiveFrom }: ReviseStrategyInput,
): Promise<void> {
  const set = {
    ...(typeof narrative === 'string' && { narrative }),
    ...(weight && { weight }),
    ...(effectiveFrom && { validFrom: effectiveFrom }),
  };
  await changeDraft(tx, viewer, strategy, { action: REVISED, set });
}

async function reviseApproved(
  tx: EntityManager,
  viewer: Viewer,
  strategy: Strategy,
  { narrative, weight, effectiveFrom }: ReviseStrategyInput,
): Promise<void> {
  const { base, from } = await versionToChange(tx, viewer, strategy, effectiveFrom ?? null);
  const said = { narrative: narrative ?? base.narrative, weight: weight ?? base.weight };
  if (said.narrative === base.narrative && said.weight === base.weight) return;
  const to = await beginVersion(tx, viewer, strategy, { action: REVISED, from, said });
  await copyRequirements(tx, viewer, { from: base.id, to });
}

const requiredBy = ({ leadershipLevelId, critical, ...input }: RequirementInput): Required => ({
  ...input,
  leadershipLevelId: leadershipLevelId ?? null,
  critical: critical ?? false,
});

function nothingLeft(): UseCaseError {
  const message = 'What is approved requires something; retire it instead.';
  return new UseCaseError('INVALID_INPUT', message, {
    fields: [{ path: 'input.requirements', message }],
  });
}
