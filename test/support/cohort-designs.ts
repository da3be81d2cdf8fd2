import type { Capability, Cohort, LeadershipLevel, Unit } from '@alidade/database';
import type { TestExecutive, TestOrganization } from './organization.js';
import type { Program } from './program.js';
import { aCohort, aProgram } from './programs.js';
import { evidence, factsMade } from './readiness.js';
import { until } from './until.js';

const FIELDS = /* GraphQL */ `
  id
  status
  progress
  objective
  benefit
  cost
  bound
  gapPercent
  remarks
  placements {
    executive {
      id
    }
    cohort {
      id
    }
    locked
    benefit
  }
`;
const START = `mutation Start($designId: ID!, $seed: Int, $effort: Effort) {
  startCohortRun(designId: $designId, seed: $seed, effort: $effort) { id status progress }
}`;
const RUN = `query Run($id: ID!) { cohortRun(id: $id) { ${FIELDS} } }`;
const CREATE = `mutation Create($input: CreateCohortDesignInput!) { createCohortDesign(input: $input) { id version } }`;

/** An organization with one strategy, a program for its two capabilities and people to place in two cohorts of three. */
export interface DesignWorld {
  readonly org: TestOrganization;
  readonly designer: string;
  readonly capabilities: readonly [Capability, Capability];
  readonly level: LeadershipLevel;
  readonly units: readonly [Unit, Unit];
  readonly cohorts: readonly [Cohort, Cohort];
  readonly people: readonly TestExecutive[];
}

/** @param count  of people, half of them in each unit; the first have the lowest levels */
export async function designWorld(program: Program, count = 8): Promise<DesignWorld> {
  const org = await program.organization();
  const designer = await org.designer();
  const pricing = await org.capability('pricing');
  const selling = await org.capability('selling');
  const level = await org.level('Director');
  const units = [await org.unit('North'), await org.unit('South')] as const;
  await org.strategy('Grow', [
    [pricing, 4, { weight: 2 }],
    [selling, 3],
  ]);
  const held = await aProgram(org, [pricing, selling]);
  const cohortOf = (name: string, startsOn: string, endsOn: string): Promise<Cohort> =>
    aCohort(org, { name, programId: held.id, startsOn, endsOn, minSeats: 2, maxSeats: 3 });
  const cohorts = [
    await cohortOf('Spring', '2027-03-01', '2027-03-12'),
    await cohortOf('Autumn', '2027-09-06', '2027-09-17'),
  ] as const;
  const people: TestExecutive[] = [];
  for (let i = 0; i < count; i++) {
    // oxlint-disable-next-line no-await-in-loop
    const one = await org.executive(`Person ${i + 1}`, { level, unit: i % 2 === 0 ? units[0] : units[1] });
    people.push(one);
    // oxlint-disable-next-line no-await-in-loop
    await evidence(org, one, pricing, { level: 2 + i / 8, evidenceOn: '2026-10-01' });
    // oxlint-disable-next-line no-await-in-loop
    await evidence(org, one, selling, { level: 2.5 + i / 8, evidenceOn: '2026-10-01' });
  }
  await factsMade(program, org);
  return { org, designer, capabilities: [pricing, selling], level, units, cohorts, people };
}

/** Asks as one designer and fails when refused. */
export class DesignTable {
  constructor(
    private readonly program: Program,
    readonly token: string,
  ) {}

  async ask<T = any>(document: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.program.as(this.token, document, variables);
    if (errors.length > 0)
      throw Object.assign(new Error(errors[0].message), { code: errors[0].extensions?.code });
    return Object.values(data)[0] as T;
  }

  create(
    cohorts: readonly Pick<Cohort, 'id'>[],
    more: object = {},
  ): Promise<{ id: string; version: number }> {
    return this.ask(CREATE, { input: { name: 'Design', cohortIds: cohorts.map(({ id }) => id), ...more } });
  }

  start(designId: string, more: object = {}): Promise<{ id: string; status: string }> {
    return this.ask(START, { designId, effort: 'QUICK', ...more });
  }

  run(id: string): Promise<any> {
    return this.ask(RUN, { id });
  }

  /** Started and waited for. */
  async solved(designId: string, more: object = {}): Promise<any> {
    const { id } = await this.start(designId, more);
    return this.ended(id);
  }

  ended(id: string): Promise<any> {
    return until('the run', async () => {
      const run = await this.run(id);
      return run.status !== 'QUEUED' && run.status !== 'RUNNING' && run;
    });
  }

  setRules(
    design: { id: string; version: number },
    rules: object | null,
    preferences?: object,
  ): Promise<any> {
    return this.ask(
      `mutation Set($designId: ID!, $expectedVersion: Int!, $rules: CohortRulesInput, $preferences: CohortPreferencesInput) {
        setCohortRules(designId: $designId, expectedVersion: $expectedVersion, rules: $rules, preferences: $preferences) { id version }
      }`,
      { designId: design.id, expectedVersion: design.version, rules, preferences },
    );
  }

  accept(id: string): Promise<{ id: string; version: number }> {
    return this.ask('mutation Accept($id: ID!) { acceptCohortRun(id: $id) { id version } }', { id });
  }

  publish({ id, version }: { id: string; version: number }): Promise<{ id: string; version: number }> {
    return this.ask(
      'mutation Publish($id: ID!, $version: Int!) { publishCohortDesign(id: $id, expectedVersion: $version) { id version } }',
      { id, version },
    );
  }
}

/** Executive id -> cohort id, of a run as `DesignTable.run` gives it. */
export const seatsIn = (run: any): Readonly<Record<string, string>> =>
  Object.fromEntries(run.placements.map(({ executive, cohort }: any) => [executive.id, cohort.id]));
