import type { LeadershipLevel, Unit } from '@alidade/database';
import { aRound } from './assessments.js';
import type { TestExecutive, TestOrganization } from './organization.js';
import { LATER, RELEASED_ON } from './populations.js';
import type { Program } from './program.js';
import { evidence, tellReadiness, workDone } from './readiness.js';
import { FIGURES, HEAT_MAP } from './readiness-world.js';
import type { Told } from '../attacks/singled-out.js';

/** Who is counted in a figure. */
type Group = ReadonlySet<TestExecutive>;

interface Asked {
  /** Null: the whole organization. */
  readonly unit: Unit | null;
  readonly level?: LeadershipLevel | undefined;
}

interface Member {
  readonly who: TestExecutive;
  readonly units: readonly Unit[];
  readonly level: LeadershipLevel;
  readonly sells: boolean;
}

/** Units with few people at a level, a board that is nearly all presidents, and half of them seen selling. */
export class Crowd {
  readonly members: Member[] = [];
  readonly units: Unit[] = [];
  readonly levels: LeadershipLevel[] = [];
  strategyId!: string;

  private constructor(
    readonly program: Program,
    readonly org: TestOrganization,
  ) {}

  static async begin(program: Program): Promise<Crowd> {
    const crowd = new Crowd(program, await program.organization());
    await crowd.arrange();
    return crowd;
  }

  private async arrange(): Promise<void> {
    const { org } = this;
    for (const name of ['Director', 'Vice president', 'President']) this.levels.push(await org.level(name));
    const [pricing, selling] = [await org.capability('pricing'), await org.capability('selling')];
    this.strategyId = (
      await org.strategy('Grow', [
        [pricing, 4, { weight: 9 }],
        [selling, 4],
      ])
    ).id;
    const plant = await org.unit('Plant');
    const settled: readonly (readonly [Unit, Unit | null, readonly number[]])[] = [
      [await org.unit('Board'), null, [1, 0, 5]],
      [plant, null, [6, 0, 1]],
      [await org.unit('Line 1', plant), plant, [4, 3, 0]],
      [await org.unit('Line 2', plant), plant, [8, 0, 0]],
      [await org.unit('Line 3', plant), plant, [3, 2, 0]],
      [await org.unit('Region'), null, [7, 4, 2]],
    ];
    for (const [unit, parent, counts] of settled) {
      this.units.push(unit);
      for (const [place, count] of counts.entries())
        for (let i = 0; i < count; i += 1) {
          const level = this.levels[place]!;
          const who = await org.executive(`${unit.name} ${place} ${i}`, { unit, level });
          const sells = this.members.length % 2 === 0;
          this.members.push({ who, level, sells, units: parent ? [unit, parent] : [unit] });
          await evidence(org, who, pricing, { level: 2 + (i % 3), evidenceOn: RELEASED_ON });
          if (sells) await evidence(org, who, selling, { level: 3, evidenceOn: RELEASED_ON });
        }
    }
    await aRound(org, [], [], { status: 'RELEASED', evidenceOn: RELEASED_ON });
    await tellReadiness(org);
    await workDone(this.program, org);
  }

  /** All that can be asked of populations: figures by themselves, and in heat maps, on neighboring days. */
  async askedBy(token: string): Promise<Answers> {
    const answers = new Answers(this);
    for (const asOf of [RELEASED_ON, LATER]) {
      for (const unit of [null, ...this.units]) {
        await answers.figures(token, asOf, { unit });
        await answers.heatMap(token, asOf, unit, 'UNIT');
        await answers.heatMap(token, asOf, unit, 'LEADERSHIP_LEVEL');
      }
      for (const level of this.levels) await answers.figures(token, asOf, { unit: null, level });
    }
    return answers;
  }

  whoIn({ unit, level }: Asked): readonly Member[] {
    return this.members.filter(
      (member) =>
        (unit === null || member.units.includes(unit)) && (level === undefined || member.level === level),
    );
  }
}

/** Everything somebody was told, as the groups of people it is a sum over. */
class Answers {
  private readonly groups = new Map<string, Group[]>();

  constructor(private readonly crowd: Crowd) {}

  private tell(what: string, members: readonly Member[]): void {
    this.groups.set(what, [...(this.groups.get(what) ?? []), new Set(members.map(({ who }) => who))]);
  }

  private assessed(code: string, members: readonly Member[]): void {
    this.tell(code, code === 'selling' ? members.filter(({ sells }) => sells) : members);
  }

  async figures(token: string, asOf: string, of: Asked): Promise<void> {
    const { program, strategyId } = this.crowd;
    const population = { unitId: of.unit?.id, leadershipLevelId: of.level?.id };
    const { data, errors } = await program.as(token, FIGURES, { id: strategyId, population, asOf });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const { suppressed, gaps } = data.strategy.readiness;
    const members = this.crowd.whoIn(of);
    if (!suppressed) this.tell('all', members);
    for (const { capability, assessed } of gaps)
      if (assessed !== null) this.assessed(capability.code, members);
  }

  async heatMap(token: string, asOf: string, unit: Unit | null, by: string): Promise<void> {
    const { program, strategyId, units, levels } = this.crowd;
    const population = { unitId: unit?.id };
    const { data, errors } = await program.as(token, HEAT_MAP, { id: strategyId, by, population, asOf });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const { columns, rows } = data.strategy.heatMap;
    for (const { capability, cells } of rows)
      for (const [i, { assessed }] of cells.entries()) {
        if (assessed === null) continue;
        const { unit: column, leadershipLevel } = columns[i];
        const members = this.crowd.whoIn({
          unit: column === null ? unit : units.find(({ name }) => name === column.name)!,
          level: levels.find(({ name }) => name === leadershipLevel?.name),
        });
        this.assessed(capability.code, members);
      }
  }

  /** People of whom nothing tells apart are one group. */
  told(what: string): Told {
    const groups = this.groups.get(what) ?? [];
    const sizes = new Map<string, number>();
    for (const { who } of this.crowd.members) {
      const signature = groups.map((group) => Number(group.has(who))).join('');
      sizes.set(signature, (sizes.get(signature) ?? 0) + 1);
    }
    const signatures = [...sizes.keys()].filter((signature) => signature.includes('1'));
    return {
      rows: groups.map((_, row) => signatures.map((signature) => Number(signature[row]))),
      sizes: signatures.map((signature) => sizes.get(signature) ?? 0),
    };
  }
}
