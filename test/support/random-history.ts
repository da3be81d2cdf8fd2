import {
  Executive,
  LevelEvidence,
  Policy,
  Posting,
  Requirement,
  StatementStatus,
  Strategy,
  StrategyVersion,
  UnitPlacement,
} from '@alidade/database';
import type { Capability, LeadershipLevel, Unit } from '@alidade/database';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { rebuildUnitAncestors } from '../../apps/api/src/directory/units.queries.js';
import type { TestOrganization } from './organization.js';

/** Numbers of one random draw, 0 to 1 without 1; what happens is worked out from them. */
export type Draw = () => number;

export const draws = (): fc.Arbitrary<Draw> =>
  fc.integer().map((seed) => {
    let state = seed >>> 0;
    return () => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
      return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
    };
  });

const below = (draw: Draw, count: number): number => Math.floor(draw() * count);
function oneOf<T>(draw: Draw, choices: readonly T[]): T {
  const chosen = choices[below(draw, choices.length)];
  if (chosen === undefined) throw new Error('Nothing to choose from');
  return chosen;
}

/** From 2022 to 2027. */
export const someDay = (draw: Draw): string =>
  new Date(Date.UTC(2022, 0, 1 + below(draw, 5 * 365))).toISOString().slice(0, 10);

/** Cuts all days into some periods that follow each other. */
function periods(draw: Draw, most: number): { validFrom: string; validTo: string }[] {
  const days = new Set(Array.from({ length: below(draw, most) }, () => someDay(draw)));
  const cuts = ['-infinity', ...[...days].toSorted(), 'infinity'];
  return cuts.slice(1).map((validTo, i) => ({ validFrom: cuts[i] ?? '-infinity', validTo }));
}

const halves = (draw: Draw, from: number, to: number): number => from + below(draw, 2 * (to - from) + 1) / 2;

/** An organization to which anything happens, on any day, in any order. */
export class RandomHistory {
  private readonly units: Unit[] = [];
  private readonly levels: LeadershipLevel[] = [];
  private readonly capabilities: Capability[] = [];
  private readonly strategyIds: string[] = [];
  readonly executives: { readonly executiveId: string; readonly personId: string }[] = [];

  constructor(
    private readonly org: TestOrganization,
    private readonly draw: Draw,
  ) {}

  async begin(): Promise<void> {
    const { org } = this;
    for (let i = 0; i < 5; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      this.units.push(await org.unit());
      // oxlint-disable-next-line no-await-in-loop
      this.capabilities.push(await org.capability(`c${i}`));
      // oxlint-disable-next-line no-await-in-loop
      if (i < 3) this.levels.push(await org.level());
    }
    for (let i = 0; i < 12; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      const { personId } = await org.person(`Person ${i}`);
      const { organizationId } = org;
      // oxlint-disable-next-line no-await-in-loop
      const { id } = await org.within((tx) => tx.save(Executive, { organizationId, personId }));
      this.executives.push({ executiveId: id, personId });
    }
  }

  /** Each unit stands under one of the units before it, or at the top, and moves now and then. */
  reorganize(): Promise<void> {
    const { organizationId } = this.org;
    return this.org.within(async (tx) => {
      await tx.delete(UnitPlacement, { organizationId });
      for (const [i, { id: unitId }] of this.units.entries())
        for (const period of periods(this.draw, 3)) {
          const above = [null, ...this.units.slice(0, i)];
          // oxlint-disable-next-line no-await-in-loop
          await tx.insert(UnitPlacement, {
            organizationId,
            unitId,
            ...period,
            parentId: oneOf(this.draw, above)?.id ?? null,
          });
        }
      await rebuildUnitAncestors(tx, { organizationId });
    });
  }

  /** Some are no executives for a while, some leave and come back. */
  postAll(people: readonly { readonly personId: string }[] = this.executives): Promise<void> {
    const { organizationId } = this.org;
    return this.org.within(async (tx) => {
      for (const { personId } of people) {
        // oxlint-disable-next-line no-await-in-loop
        await tx.delete(Posting, { organizationId, personId });
        for (const period of periods(this.draw, 4))
          if (this.draw() < 0.85)
            // oxlint-disable-next-line no-await-in-loop
            await tx.insert(Posting, {
              organizationId,
              personId,
              ...period,
              unitId: oneOf(this.draw, this.units).id,
              leadershipLevelId: this.draw() < 0.85 ? oneOf(this.draw, this.levels).id : null,
            });
      }
    });
  }

  /** @returns in which capability */
  async assess(executiveId: string): Promise<string> {
    const { organizationId } = this.org;
    const { id: capabilityId } = oneOf(this.draw, this.capabilities);
    await this.org.within((tx) =>
      tx.insert(LevelEvidence, {
        organizationId,
        executiveId,
        rationale: 'Seen at work.',
        capabilityId,
        source: oneOf(this.draw, ['MULTI_RATER', 'PANEL', 'MANAGER'] as const),
        level: 1 + this.draw() * 4,
        standardError: this.draw() < 0.8 ? this.draw() : null,
        evidenceOn: someDay(this.draw),
      }),
    );
    return capabilityId;
  }

  /** @returns its id */
  async approve(): Promise<string> {
    const { organizationId } = this.org;
    const id = await this.org.within(async (tx) => {
      const strategy = await tx.save(Strategy, {
        organizationId,
        kind: 'STRATEGY',
        title: `Strategy ${this.strategyIds.length}`,
        status: StatementStatus.APPROVED,
      });
      await this.version(tx, strategy.id);
      return strategy.id;
    });
    this.strategyIds.push(id);
    return id;
  }

  /** What it says and requires becomes, on all days, something else. @returns its id */
  async rewrite(): Promise<string> {
    const { organizationId } = this.org;
    const strategyId = oneOf(this.draw, this.strategyIds);
    await this.org.within(async (tx) => {
      await tx.query(
        `UPDATE strategy_version SET valid_to = valid_from WHERE organization_id = $1 AND strategy_id = $2`,
        [organizationId, strategyId],
      );
      await this.version(tx, strategyId);
    });
    return strategyId;
  }

  private async version(tx: EntityManager, strategyId: string): Promise<void> {
    const { organizationId } = this.org;
    let number = await tx.countBy(StrategyVersion, { organizationId, strategyId });
    for (const period of periods(this.draw, 3)) {
      if (this.draw() < 0.2) continue;
      number += 1;
      // oxlint-disable-next-line no-await-in-loop
      const { id } = await tx.save(StrategyVersion, {
        organizationId,
        strategyId,
        number,
        narrative: 'Why.',
        weight: halves(this.draw, 0.5, 4),
        ...period,
        approvedAt: new Date(),
      });
      // oxlint-disable-next-line no-await-in-loop
      await tx.insert(Requirement, this.requirements(id));
    }
  }

  private requirements(strategyVersionId: string): Partial<Requirement>[] {
    const { organizationId } = this.org;
    const needs = this.capabilities.flatMap(({ id: capabilityId }) =>
      [null, ...this.levels.map(({ id }) => id)].map((leadershipLevelId) => ({
        organizationId,
        strategyVersionId,
        capabilityId,
        leadershipLevelId,
        requiredLevel: halves(this.draw, 1, 5),
        weight: halves(this.draw, 0.5, 3),
        critical: this.draw() < 0.3,
      })),
    );
    const some = needs.filter(
      ({ leadershipLevelId }) => this.draw() < (leadershipLevelId === null ? 0.4 : 0.25),
    );
    return some.length > 0 ? some : needs.slice(0, 1);
  }

  /** @param tx  as the owner: no use case changes a policy yet */
  async choosePolicy(tx: EntityManager): Promise<void> {
    const { organizationId } = this.org;
    const version = 1 + (await tx.countBy(Policy, { organizationId }));
    const [last] = await tx.find(Policy, { where: { organizationId }, order: { version: 'DESC' }, take: 1 });
    const day = someDay(this.draw);
    const validFrom = last && last.validFrom > day ? last.validFrom : day;
    const readiness = {
      staleAfterMonths: 6 + below(this.draw, 24),
      minimumCoverage: halves(this.draw, 0, 1),
      readySoonFrom: 60,
      readyNowFrom: 80 + below(this.draw, 20),
      criticalMargin: halves(this.draw, 0, 2),
    };
    await tx.insert(Policy, { organizationId, version, validFrom, settings: { readiness } });
  }
}
