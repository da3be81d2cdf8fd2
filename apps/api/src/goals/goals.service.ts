import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import { AlignmentGoal, Capability, inOrganization, updateGuarded } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requireStrategy } from '../direction/direction.queries.js';
import { requirePopulation } from '../directory/population.queries.js';
import type { Population } from '../directory/population.queries.js';
import { requireUnitWithin } from '../directory/units.queries.js';
import { recordAudit } from '../platform/audit.js';
import { requireEverywhere } from '../platform/require-everywhere.js';
import { scheduleGoalDay } from './alerts/goal-day.js';
import { refuseWithoutFigure, requireMeasurable, requireWayToGo } from './goal-rules.js';
import type { CloseGoalArgs, CreateGoalInput } from './goals.inputs.js';
import { goalsSeenBy } from './goals.queries.js';
import type { AlignmentGoalType } from './goals.types.js';
import { figuresOn } from './population-figures.queries.js';

@Injectable()
export class GoalsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /** @throws UseCaseError NOT_FOUND when there is no such strategy for this viewer */
  list(viewer: Viewer, reads: ReadSession, strategyId: string | null): Promise<readonly AlignmentGoalType[]> {
    return reads.read(async (tx) => {
      if (strategyId === null) return goalsSeenBy(tx, viewer, {});
      await requireKnownStrategy(tx, viewer, strategyId);
      return goalsSeenBy(tx, viewer, { strategyIds: [strategyId] });
    });
  }

  /**
   * Sets a goal; without a baseline from the figure of its first day.
   * @throws UseCaseError INVALID_INPUT for what cannot be measured or reached; NOT_FOUND for unknown ids; FORBIDDEN for
   *         a population beyond the viewer's units
   */
  create(viewer: Viewer, input: CreateGoalInput): Promise<AlignmentGoalType> {
    requireMeasurable(input);
    const { title, metric, baselineOn, target, dueOn, strategyId = null, capabilityId = null } = input;
    return inOrganization(this.db, viewer, async (tx) => {
      const population = await requirePopulation(tx, viewer, input.population);
      await requireWithin(tx, viewer, population);
      if (strategyId !== null) await requireKnownStrategy(tx, viewer, strategyId);
      if (capabilityId !== null) await requireCapability(tx, viewer, capabilityId);
      const measured = { metric, strategyId, capabilityId, ...population };
      const typed = input.baseline ?? null;
      const baseline =
        typed ?? (await figureOf(tx, viewer, measured, baselineOn)) ?? refuseWithoutFigure(baselineOn);
      requireWayToGo(baseline, target);
      const { id } = await tx.save(AlignmentGoal, {
        ...measured,
        organizationId: viewer.organizationId,
        title,
        baseline,
        baselineTyped: typed !== null,
        baselineOn,
        target,
        dueOn,
        ownerId: viewer.personId,
      });
      await recordAudit(tx, viewer, { action: 'GOAL_CREATED', subjectId: id, detail: { metric } });
      await scheduleGoalDay(tx, viewer, viewer.today);
      return requireSeen(tx, viewer, id);
    });
  }

  /**
   * @throws UseCaseError NOT_FOUND for a goal that the viewer does not see; FORBIDDEN for one of a population beyond the
   *         viewer's units; CONFLICT when it is closed, or somebody changed it meanwhile
   */
  close(viewer: Viewer, { id, expectedVersion, note }: CloseGoalArgs): Promise<AlignmentGoalType> {
    return inOrganization(this.db, viewer, async (tx) => {
      const goal = await requireSeen(tx, viewer, id);
      await requireWithin(tx, viewer, goal);
      if (goal.closedOn !== null) throw new UseCaseError('CONFLICT', 'This goal is closed already.');
      const set = { closedOn: viewer.today, closingNote: note };
      const { organizationId } = viewer;
      await updateGuarded(tx, AlignmentGoal, { organizationId, id }, { expectedVersion, set });
      await recordAudit(tx, viewer, { action: 'GOAL_CLOSED', subjectId: id });
      return requireSeen(tx, viewer, id);
    });
  }
}

async function requireSeen(tx: EntityManager, viewer: Viewer, id: string): Promise<AlignmentGoalType> {
  const [goal] = isUUID(id) ? await goalsSeenBy(tx, viewer, { ids: [id] }) : [];
  if (!goal) throw new UseCaseError('NOT_FOUND', `No goal ${id}`);
  return goal;
}

async function figureOf(
  tx: EntityManager,
  viewer: Viewer,
  goal: Parameters<typeof figuresOn>[2][number]['goal'],
  day: string,
): Promise<number | null> {
  if (day > viewer.today) return null;
  const [figure] = await figuresOn(tx, viewer, [{ goal, day }]);
  return figure?.value ?? null;
}

/** Who sets goals for some units names one of them, or a unit within. */
async function requireWithin(tx: EntityManager, viewer: Viewer, { unitId }: Population): Promise<void> {
  if (unitId === null) requireEverywhere(viewer, Permission.GoalEdit);
  else await requireUnitWithin(tx, viewer, Permission.GoalEdit, unitId);
}

async function requireKnownStrategy(tx: EntityManager, viewer: Viewer, id: string): Promise<void> {
  if (!isUUID(id)) throw new UseCaseError('NOT_FOUND', `No strategy ${id}`);
  await requireStrategy(tx, viewer, id);
}

async function requireCapability(tx: EntityManager, { organizationId }: Viewer, id: string): Promise<void> {
  if (!isUUID(id) || !(await tx.existsBy(Capability, { organizationId, id })))
    throw new UseCaseError('NOT_FOUND', `No capability ${id}`);
}
