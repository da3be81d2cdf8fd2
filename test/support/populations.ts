import type { Capability, LeadershipLevel, Strategy, Unit } from '@alidade/database';
import { aRound } from './assessments.js';
import type { TestExecutive, TestOrganization } from './organization.js';
import type { Program } from './program.js';
import { evidence, tellReadiness, workDone } from './readiness.js';
import { FIGURES } from './readiness-world.js';

export const RELEASED_ON = '2026-03-31';
export const LATER = '2026-06-30';

const UNITS = ['Sales', 'North', 'South', 'West', 'Operations'] as const;
type UnitName = (typeof UNITS)[number];

/** Who sees what of populations: Sales is North (6), South (7) and West (3); Operations is 8, three of them presidents. */
export class Populations {
  readonly units = new Map<string, Unit>();
  readonly people = new Map<string, TestExecutive[]>();
  designer!: string;
  director!: LeadershipLevel;
  president!: LeadershipLevel;
  pricing!: Capability;
  selling!: Capability;
  grow!: Strategy;

  private constructor(
    readonly program: Program,
    readonly org: TestOrganization,
  ) {}

  static async begin(program: Program): Promise<Populations> {
    const world = new Populations(program, await program.organization());
    await world.arrange();
    return world;
  }

  private async arrange(): Promise<void> {
    const { org } = this;
    const [director, president] = [await org.level('Director'), await org.level('President')];
    const [pricing, selling] = [await org.capability('pricing'), await org.capability('selling')];
    const grow = await org.strategy(
      'Grow',
      [
        [pricing, 4, { weight: 9 }],
        [selling, 4],
      ],
      2,
    );
    Object.assign(this, { director, president, pricing, selling, grow, designer: await org.designer() });
    const sales = await org.unit('Sales');
    this.units.set('Sales', sales);
    for (const [name, size] of [
      ['North', 6],
      ['South', 7],
      ['West', 3],
      ['Operations', 8],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const unit = await org.unit(name, name === 'Operations' ? null : sales);
      this.units.set(name, unit);
      const people: TestExecutive[] = [];
      for (let i = 0; i < size; i += 1) {
        const level = name === 'Operations' && i < 3 ? president : director;
        // oxlint-disable-next-line no-await-in-loop
        const who = await org.executive(`${name} ${i}`, { unit, level });
        // Between 2 and 4, another for each.
        // oxlint-disable-next-line no-await-in-loop
        await evidence(org, who, pricing, { level: 2 + (2 * i) / 7, evidenceOn: RELEASED_ON });
        people.push(who);
      }
      this.people.set(name, people);
    }
    await aRound(org, [], [], { status: 'RELEASED', evidenceOn: RELEASED_ON });
    await this.worked();
  }

  async worked(): Promise<void> {
    await tellReadiness(this.org);
    await workDone(this.program, this.org);
  }

  unit(name: UnitName): Unit {
    const unit = this.units.get(name);
    if (!unit) throw new Error(`No unit ${name}`);
    return unit;
  }

  one(name: UnitName, place = 0): TestExecutive {
    const who = this.people.get(name)?.[place];
    if (!who) throw new Error(`Nobody in ${name}`);
    return who;
  }

  /** What they are told, or the codes of why not. */
  async figures(token: string, population: object | null, asOf: string = LATER): Promise<any> {
    const variables = { id: this.grow.id, population, asOf };
    const { data, codes } = await this.program.as(token, FIGURES, variables);
    return codes.length > 0 ? codes : data.strategy.readiness;
  }

  of(token: string, name: UnitName, asOf?: string): Promise<any> {
    return this.figures(token, { unitId: this.unit(name).id }, asOf);
  }
}
