import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CohortRunProblem, Enrollment, Person, PersonDiversity, UnavailablePeriod } from '@alidade/database';
import { DesignTable, designWorld, seatsIn } from '../support/cohort-designs.js';
import type { DesignWorld } from '../support/cohort-designs.js';
import type { TestExecutive } from '../support/organization.js';
import { Program } from '../support/program.js';
import { aCohort, anEnrollment } from '../support/programs.js';
import { TestWorker } from '../support/worker.js';

const DESIGN = `query Design($id: ID!, $first: Int) { cohortDesign(id: $id) {
  name version unitDepth
  cohorts { name }
  candidates(first: $first) { totalCount edges { node { person { name } } } }
  rules {
    apart { a { id } b { id } } together { a { id } b { id } }
    locked { executive { id } cohort { name } } forbidden { executive { id } cohort { name } }
    mandatory { id } mustRun { name } everyonePlaced maxPerUnitPerCohort maxUnitAbsence budget travelPerSeat travelPerHour maxVirtualHours
  }
  preferences { shares { attribute value min max weight } notAlone { attribute weight } similarStartWeight fairSeatsWeight stabilityWeight }
  runs { id status } acceptedRun { id } publishedRun { id }
} }`;

/** The code of a refused write, or 'done'. */
const refusal = (write: Promise<unknown>) =>
  write.then(
    () => 'done',
    ({ code }) => code,
  );

const of = (document: any, { executiveId }: TestExecutive) =>
  document.executives.find((each: any) => each.id === executiveId);

describe('a cohort design', () => {
  let program: Program;
  let worker: TestWorker;
  let world: DesignWorld;
  let table: DesignTable;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
    world = await designWorld(program);
    table = new DesignTable(program, world.designer);
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });

  const documentOf = async (runId: string): Promise<any> => {
    const { organizationId } = world.org;
    return (await world.org.within((tx) => tx.findOneByOrFail(CohortRunProblem, { organizationId, runId })))
      .document;
  };

  it('is made of cohorts and candidates, with rules and preferences to start from', async () => {
    const { id, version } = await table.create(world.cohorts, { candidates: { unitId: world.units[0].id } });
    const design = await table.ask(DESIGN, { id, first: 2 });
    expect(version).toBe(1);
    expect(design).toMatchObject({
      name: 'Design',
      cohorts: [{ name: 'Spring' }, { name: 'Autumn' }],
      candidates: {
        totalCount: 4,
        edges: [{ node: { person: { name: 'Person 1' } } }, { node: { person: { name: 'Person 3' } } }],
      },
      rules: { apart: [], everyonePlaced: false, budget: null, travelPerSeat: 0 },
      preferences: { shares: [], stabilityWeight: 1 },
      runs: [],
      acceptedRun: null,
    });
    const mixed = await table.create(world.cohorts, { preset: 'BEST_MIXED', unitDepth: 1 });
    const { preferences, unitDepth } = await table.ask(DESIGN, { id: mixed.id });
    expect(unitDepth).toBe(1);
    expect(preferences.notAlone).toContainEqual({ attribute: 'GENDER', weight: 0.5 });
    const listed = await table.create(world.cohorts, { candidateIds: [world.people[3]!.executiveId] });
    expect((await table.ask(DESIGN, { id: listed.id })).candidates.totalCount).toBe(1);
  });

  it('is refused with a cohort that has begun, unknown ids, or a population and a list at once', async () => {
    const running = await aCohort(world.org, { status: 'RUNNING' });
    const someone = world.people[0]!.executiveId;
    expect(await refusal(table.create([running]))).toBe('INVALID_INPUT');
    expect(await refusal(table.create([{ id: crypto.randomUUID() }]))).toBe('NOT_FOUND');
    expect(await refusal(table.create(world.cohorts, { candidateIds: [crypto.randomUUID()] }))).toBe(
      'NOT_FOUND',
    );
    expect(await refusal(table.create(world.cohorts, { candidateIds: [someone], candidates: {} }))).toBe(
      'INVALID_INPUT',
    );
  });

  it('keeps what an edit of its rules does not name, and refuses a stale one and ids it does not know, by path', async () => {
    const design = await table.create(world.cohorts);
    const [a, b] = [world.people[0]!.executiveId, world.people[1]!.executiveId];
    const [spring] = world.cohorts;
    const first = await table.setRules(design, {
      apart: [{ a, b }],
      locked: [{ executiveId: a, cohortId: spring.id }],
      maxPerUnitPerCohort: 2,
      budget: 100,
    });
    expect(first.version).toBe(2);
    await table.setRules(first, { budget: null }, { notAlone: [{ attribute: 'UNIT', weight: 2 }] });
    const { rules, preferences } = await table.ask(DESIGN, { id: design.id });
    expect(rules).toMatchObject({
      apart: [{ a: { id: a }, b: { id: b } }],
      locked: [{ executive: { id: a }, cohort: { name: 'Spring' } }],
      maxPerUnitPerCohort: 2,
      budget: null,
    });
    expect(preferences).toMatchObject({ notAlone: [{ attribute: 'UNIT', weight: 2 }], stabilityWeight: 1 });
    expect(await refusal(table.setRules(first, { budget: 5 }))).toBe('CONFLICT');
    const now = { ...design, version: 3 };
    await expect(table.setRules(now, { apart: [{ a, b: crypto.randomUUID() }] })).rejects.toThrow(
      /rules\.apart\.0\.b/,
    );
    const elsewhere = await aCohort(world.org);
    await expect(
      table.setRules(now, { forbidden: [{ executiveId: a, cohortId: elsewhere.id }] }),
    ).rejects.toThrow(/rules\.forbidden\.0\.cohortId/);
    expect(await refusal(table.setRules(now, { together: [{ a, b: a }] }))).toBe('INVALID_INPUT');
  });

  it('places those whom the strategy needs most, says why and what it is expected to do', async () => {
    const design = await table.create(world.cohorts);
    const run = await table.solved(design.id, { seed: 7 });
    expect(run).toMatchObject({ status: 'SUCCEEDED', progress: 1, remarks: [] });
    expect(run.placements).toHaveLength(6);
    const sum = run.placements.reduce((total: number, { benefit }: any) => total + benefit, 0);
    expect(run.benefit).toBeCloseTo(sum, 9);
    expect(run.bound).toBeGreaterThanOrEqual(run.objective - 1e-9);
    const why = await table.ask(
      `query Why($id: ID!) { cohortRun(id: $id) { seed effort day
        placements { benefit reasons { strategy { title } capability { code } levelNow levelExpected requiredLevel points } }
        expected { strategy { title } readyNowBefore readyNowAfter meanBefore meanAfter } penalties { preference points }
      } }`,
      { id: run.id },
    );
    expect(why).toMatchObject({ seed: 7, effort: 'QUICK' });
    for (const { benefit, reasons } of why.placements)
      expect(reasons.reduce((total: number, { points }: any) => total + points, 0)).toBeCloseTo(benefit, 9);
    const [first] = why.placements.toSorted(
      (x: any, y: any) => x.reasons[0].levelNow - y.reasons[0].levelNow,
    );
    expect(first.reasons).toContainEqual({
      strategy: { title: 'Grow' },
      capability: { code: 'pricing' },
      levelNow: 2,
      levelExpected: 2.5,
      requiredLevel: 4,
      points: 1,
    });
    const [expected] = why.expected;
    expect(expected.strategy.title).toBe('Grow');
    expect(expected.meanAfter).toBeGreaterThan(expected.meanBefore);
    expect(expected.readyNowAfter).toBeGreaterThanOrEqual(expected.readyNowBefore);
  });

  it('gives the same answer again to the same seed', async () => {
    const design = await table.create(world.cohorts);
    const [one, two] = [
      await table.solved(design.id, { seed: 3 }),
      await table.solved(design.id, { seed: 3 }),
    ];
    expect(seatsIn(two)).toEqual(seatsIn(one));
    expect(two.objective).toBe(one.objective);
    expect((await table.ask(DESIGN, { id: design.id })).runs).toHaveLength(2);
  });

  it('freezes what the directory says of people: languages, absences, place and zone, seats elsewhere, and gender only when asked', async () => {
    const { organizationId } = world.org;
    const [ana, rui, eva] = [world.people[0]!, world.people[1]!, world.people[2]!];
    const held = await aCohort(world.org, { startsOn: '2027-05-03', endsOn: '2027-05-07' });
    const design = await table.create(world.cohorts, {
      candidateIds: [ana, rui, eva].map(({ executiveId }) => executiveId),
    });
    await world.org.within(async (tx) => {
      await tx.update(
        Person,
        { organizationId, id: ana.personId },
        { languages: ['pt-BR', 'en'], location: 'Porto', timeZone: 'Europe/Lisbon' },
      );
      await tx.insert(PersonDiversity, { organizationId, personId: ana.personId, gender: 'F' });
      await tx.insert(UnavailablePeriod, {
        organizationId,
        personId: rui.personId,
        startsOn: '2027-03-03',
        endsOn: '2027-03-03',
      });
    });
    const seat = await anEnrollment(world.org, held, eva);
    const { id } = await table.solved(design.id);
    const plain = await documentOf(id);
    expect(of(plain, ana)).toMatchObject({
      languages: ['en', 'pt'],
      location: 'Porto',
      leadershipLevel: 'Director',
      levels: { [world.capabilities[0].id]: 2 },
    });
    expect(JSON.stringify(plain)).not.toContain('gender');
    expect(of(plain, rui).unavailableWeeks).toHaveLength(1);
    expect(of(plain, eva)).toMatchObject({
      unavailableWeeks: [expect.any(Number)],
      completedPrograms: [held.programId],
    });
    expect(plain.locations).toContainEqual({ id: 'Porto', utcOffset: 0 });
    expect(plain.cohorts[0].weeks).toHaveLength(2);
    await table.setRules(design, null, { notAlone: [{ attribute: 'GENDER', weight: 1 }] });
    const asked = await documentOf((await table.solved(design.id)).id);
    expect([of(asked, ana).gender, of(asked, rui).gender]).toEqual(['F', undefined]);
    await world.org.within(async (tx) => {
      await tx.delete(Enrollment, { organizationId, id: seat.id });
      await tx.delete(UnavailablePeriod, { organizationId });
      await tx.delete(PersonDiversity, { organizationId });
    });
  });
});
