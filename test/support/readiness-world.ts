import type { Capability, LeadershipLevel, Strategy, Unit } from '@alidade/database';
import type { TestExecutive, TestOrganization } from './organization.js';
import type { Program } from './program.js';
import { evidence, tellReadiness, workDone } from './readiness.js';

const EXECUTIVE = /* GraphQL */ `
  query Executive($id: ID!, $asOf: Date) {
    executive(id: $id, asOf: $asOf) {
      levels {
        capability {
          code
        }
        level
        source
        stale
        evidenceOn
      }
      readiness {
        strategy {
          title
        }
        asOf
        band
        value
        low
        coverage
        policyVersion
        recordedAt
        parts {
          requirement {
            capability {
              code
            }
            requiredLevel
            leadershipLevel {
              name
            }
          }
          level {
            level
            stale
          }
          attainment
          share
          contribution
        }
      }
      required {
        capability {
          code
        }
        requiredLevel
        level {
          level
        }
        gap
        reasons {
          strategy {
            title
          }
          requiredLevel
        }
      }
    }
  }
`;
export const FIGURES = /* GraphQL */ `
  query Figures($id: ID!, $population: PopulationInput, $asOf: Date) {
    strategy(id: $id) {
      readiness(population: $population, asOf: $asOf) {
        asOf
        recordedAt
        policyVersion
        executives
        suppressed
        readyNow
        readySoon
        developing
        insufficientEvidence
        readyShare
        meanReadiness
        meanCoverage
        gaps {
          capability {
            code
          }
          belowRequired
          assessed
          meanGap
          priority
          critical
        }
      }
    }
  }
`;
export const HEAT_MAP = /* GraphQL */ `
  query HeatMap($id: ID!, $by: HeatMapBy!, $population: PopulationInput, $asOf: Date, $first: Int) {
    strategy(id: $id) {
      heatMap(by: $by, population: $population, asOf: $asOf) {
        asOf
        columns {
          unit {
            name
          }
          leadershipLevel {
            name
          }
          executives
          suppressed
        }
        rows(first: $first) {
          capability {
            code
          }
          cells {
            suppressed
            assessed
            belowRequired
            meanGap
          }
        }
      }
    }
  }
`;
/** The day of what everybody was assessed at. */
const ASSESSED_ON = '2026-03-31';
const JUNE = '2026-06-30';

/**
 * Grow (weight 2): pricing 4 (weight 2, critical), of presidents 5; selling 5 (weight 1).
 * Ana misses the critical one by a level, Bo is ready, Cem is a president, of Dee too little is known.
 */
export class ReadinessWorld {
  designer!: string;
  operations!: Unit;
  planning!: Unit;
  sales!: Unit;
  director!: LeadershipLevel;
  president!: LeadershipLevel;
  pricing!: Capability;
  selling!: Capability;
  grow!: Strategy;
  ana!: TestExecutive;
  bo!: TestExecutive;
  cem!: TestExecutive;
  dee!: TestExecutive;

  private constructor(
    readonly program: Program,
    readonly org: TestOrganization,
  ) {}

  static async begin(program: Program): Promise<ReadinessWorld> {
    const world = new ReadinessWorld(program, await program.organization());
    await world.arrange();
    await world.worked();
    return world;
  }

  private async arrange(): Promise<void> {
    const { org } = this;
    this.designer = await org.designer();
    this.operations = await org.unit('Operations');
    this.planning = await org.unit('Planning', this.operations);
    this.sales = await org.unit('Sales');
    this.director = await org.level('Director');
    this.president = await org.level('President');
    this.pricing = await org.capability('pricing');
    this.selling = await org.capability('selling');
    const { pricing, selling, director, president } = this;
    this.grow = await org.strategy(
      'Grow',
      [
        [pricing, 4, { weight: 2, critical: true }],
        [pricing, 5, { weight: 2, level: president }],
        [selling, 5],
      ],
      2,
    );
    this.ana = await org.executive('Ana Duarte', { unit: this.planning, level: director });
    this.bo = await org.executive('Bo Lind', { unit: this.sales, level: director });
    this.cem = await org.executive('Cem Aksoy', { unit: this.operations, level: president });
    this.dee = await org.executive('Dee Ray', { unit: this.sales, level: director });
    await this.assess(this.ana, { pricing: 3, selling: 5 });
    await this.assess(this.bo, { pricing: 4, selling: 4 });
    await this.assess(this.cem, { pricing: 4, selling: 5 });
    await this.assess(this.dee, { selling: 5 });
  }

  /** Each with a standard error of 0.3. */
  async assess(
    who: TestExecutive,
    levels: { readonly pricing?: number; readonly selling?: number },
    evidenceOn = ASSESSED_ON,
  ): Promise<void> {
    const { pricing, selling } = levels;
    const more = { evidenceOn, standardError: 0.3 };
    if (pricing !== undefined) await evidence(this.org, who, this.pricing, { level: pricing, ...more });
    if (selling !== undefined) await evidence(this.org, who, this.selling, { level: selling, ...more });
  }

  /** Tells the worker, of everything unless told otherwise, and waits for it. */
  async worked(cause?: Parameters<typeof tellReadiness>[1]): Promise<void> {
    await tellReadiness(this.org, cause);
    await workDone(this.program, this.org);
  }

  /** What `token` (a designer unless told otherwise) is told of a population for a strategy (Grow), or the codes of why not. */
  async figures(
    population: object | null = null,
    asOf: string | null = JUNE,
    token = this.designer,
    strategyId = this.grow.id,
  ): Promise<any> {
    const variables = { id: strategyId, population, asOf };
    const { data, codes } = await this.program.as(token, FIGURES, variables);
    return codes.length > 0 ? codes : data.strategy.readiness;
  }

  async executive({ executiveId }: TestExecutive, asOf = JUNE, token = this.designer): Promise<any> {
    const { data, codes } = await this.program.as(token, EXECUTIVE, { id: executiveId, asOf });
    return codes.length > 0 ? codes : data.executive;
  }
}
