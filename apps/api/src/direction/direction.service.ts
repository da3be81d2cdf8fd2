import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Permission } from '@alidade/access';
import type { Viewer } from '@alidade/access';
import {
  inOrganization,
  Requirement,
  SINCE_EVER,
  StatementKind,
  StatementStatus,
  Strategy,
  StrategyVersion,
  updateGuarded,
} from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { requireEverywhere } from '../platform/require-everywhere.js';
import type { CreateStrategyInput } from './direction.inputs.js';
import { requireStrategy, strategiesSeenBy, strategyToEdit } from './direction.queries.js';
import type { StrategyFilter } from './direction.queries.js';
import type { StrategyType } from './direction.types.js';
import { approveDraft, draftOf, endVersions, versionShownOn } from './direction.versions.js';
import { requireFreeTitle, requireOwner } from './references.js';

interface Retirement {
  readonly id: string;
  readonly expectedVersion: number;
  /** The first day on which it no longer holds. */
  readonly on: string;
}

/** The life of a statement; what it says and requires is changed in `StatementsService`. */
@Injectable()
export class DirectionService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  strategies(viewer: Viewer, reads: ReadSession, filter: StrategyFilter): Promise<StrategyType[]> {
    return reads.read((tx) => strategiesSeenBy(tx, viewer, filter));
  }

  strategy(viewer: Viewer, reads: ReadSession, id: string): Promise<StrategyType> {
    return reads.read((tx) => requireStrategy(tx, viewer, id));
  }

  create(viewer: Viewer, input: CreateStrategyInput): Promise<StrategyType> {
    const { organizationId } = viewer;
    return this.write(viewer, async (tx) => {
      const { kind, title, narrative, weight, ownerId = null, effectiveFrom } = input;
      await requireFreeTitle(tx, viewer, title);
      await requireOwner(tx, viewer, ownerId);
      const statement = { organizationId, kind: kind ?? StatementKind.STRATEGY, title, ownerId };
      const { identifiers } = await tx.insert(Strategy, statement);
      const id: string = identifiers[0]?.['id'];
      const validFrom = effectiveFrom ?? SINCE_EVER;
      const draft = { organizationId, strategyId: id, number: 1, narrative, weight, validFrom };
      await tx.insert(StrategyVersion, draft);
      return requireStrategy(tx, viewer, id);
    });
  }

  approve(viewer: Viewer, id: string, expectedVersion: number): Promise<StrategyType> {
    return this.write(viewer, async (tx) => {
      const strategy = await strategyToEdit(tx, viewer, id);
      if (strategy.status !== StatementStatus.DRAFT)
        throw new UseCaseError('CONFLICT', `"${strategy.title}" is approved already.`);
      const { organizationId, id: strategyVersionId } = await draftOf(tx, strategy);
      if (!(await tx.existsBy(Requirement, { organizationId, strategyVersionId })))
        throw new UseCaseError('INVALID_INPUT', 'It needs at least one requirement before it is approved.');
      const set = { status: StatementStatus.APPROVED };
      await updateGuarded(tx, Strategy, strategy, { expectedVersion, set });
      await approveDraft(tx, viewer, strategy);
      return requireStrategy(tx, viewer, id);
    });
  }

  retire(viewer: Viewer, { id, expectedVersion, on }: Retirement): Promise<StrategyType> {
    return this.write(viewer, async (tx) => {
      const strategy = await strategyToEdit(tx, viewer, id);
      if (strategy.status !== StatementStatus.APPROVED)
        throw new UseCaseError('CONFLICT', `"${strategy.title}" is not approved, so it cannot be retired.`);
      const { validFrom } = await versionShownOn(tx, strategy, viewer.today);
      if (on < validFrom) throw retiredTooEarly(on, validFrom);
      const set = { status: StatementStatus.RETIRED };
      await updateGuarded(tx, Strategy, strategy, { expectedVersion, set });
      await endVersions(tx, viewer, strategy, on);
      return requireStrategy(tx, viewer, id);
    });
  }

  /** @returns the id of what is gone */
  deleteDraft(viewer: Viewer, id: string, expectedVersion: number): Promise<string> {
    return this.write(viewer, async (tx) => {
      const strategy = await strategyToEdit(tx, viewer, id);
      if (strategy.status !== StatementStatus.DRAFT)
        throw new UseCaseError('CONFLICT', `"${strategy.title}" was approved. Retire it instead.`);
      await updateGuarded(tx, Strategy, strategy, { expectedVersion, set: {} });
      await tx.delete(Strategy, { organizationId: viewer.organizationId, id });
      return id;
    });
  }

  private async write<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    requireEverywhere(viewer, Permission.DirectionEdit);
    return inOrganization(this.db, viewer, work);
  }
}

const retiredTooEarly = (on: string, from: string): UseCaseError => {
  const message = `It holds from ${from} and cannot be retired on ${on}; name that day or a later one.`;
  return new UseCaseError('INVALID_INPUT', message, { fields: [{ path: 'on', message }] });
};
