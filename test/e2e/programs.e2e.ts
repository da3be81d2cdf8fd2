import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantableRole } from '@alidade/access';
import { OutboxMail, Person, UnavailablePeriod } from '@alidade/database';
import type { Cohort } from '@alidade/database';
import type { TestExecutive, TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';
import { aCohort, anEnrollment, aProgram } from '../support/programs.js';

const ENROLL = `mutation Enroll($cohortId: ID!, $executiveIds: [ID!]!) {
  enrollExecutives(cohortId: $cohortId, executiveIds: $executiveIds) { id status person { id } }
}`;
const ASK = 'mutation Ask($cohortId: ID!) { requestSeat(cohortId: $cohortId) { id status } }';
const LEAVE = 'mutation Leave($id: ID!) { withdrawEnrollment(id: $id, reason: "Other duties") { status } }';
const COHORT = 'query Cohort($id: ID!) { cohort(id: $id) { status enrollments { status person { id } } } }';

describe('a cohort', () => {
  let program: Program;
  let org: TestOrganization;
  let designer: string;
  beforeAll(async () => {
    program = await Program.start();
    org = await program.organization();
    designer = await org.designer();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const someone = (more = {}) => org.executive(`Person ${crypto.randomUUID()}`, more);
  const enroll = (cohort: Cohort, executives: readonly TestExecutive[]) =>
    program.as(designer, ENROLL, {
      cohortId: cohort.id,
      executiveIds: executives.map(({ executiveId }) => executiveId),
    });
  const move = async (name: string, { id }: Cohort, more = '') =>
    (await program.as(designer, `mutation Move($id: ID!) { ${name}(id: $id${more}) { status } }`, { id }))
      .codes;
  const read = async ({ id }: Cohort, token = designer) =>
    (await program.as(token, COHORT, { id })).data.cohort;
  const mailsTo = ({ organizationId, personId }: TestExecutive) =>
    org.within((tx) => tx.findBy(OutboxMail, { organizationId, personId }));

  it('is made with its program, what that develops, and read back', async () => {
    const capability = await org.capability('pricing');
    const create = `mutation Create($input: CreateProgramInput!) { createProgram(input: $input) { id develops { capability { code } expectedGain ceiling } } }`;
    const develops = [{ capabilityId: capability.id, expectedGain: 0.5, ceiling: 4 }];
    const { data } = await program.as(designer, create, {
      input: { title: 'Price', purpose: 'Win', develops },
    });
    expect(data.createProgram.develops).toEqual([
      { capability: { code: 'pricing' }, expectedGain: 0.5, ceiling: 4 },
    ]);
    const level = await org.level('Director');
    const input = {
      programId: data.createProgram.id,
      name: 'Spring',
      mode: 'ON_SITE',
      location: 'Porto',
      startsOn: '2026-03-04',
      endsOn: '2026-03-12',
      weeks: ['2026-03-09', '2026-03-02'],
      minSeats: 8,
      maxSeats: 12,
      seatCost: 900,
      leadershipLevelIds: [level.id],
    };
    const made = await program.as(
      designer,
      `mutation Create($input: CreateCohortInput!) { createCohort(input: $input) {
        name status language location weeks minSeats maxSeats seatCost fixedCost leadershipLevels { name } program { title }
      } }`,
      { input },
    );
    expect(made.errors).toEqual([]);
    expect(made.data.createCohort).toEqual({
      name: 'Spring',
      status: 'PLANNED',
      language: 'en',
      location: 'Porto',
      weeks: ['2026-03-02', '2026-03-09'],
      minSeats: 8,
      maxSeats: 12,
      seatCost: 900,
      fixedCost: 0,
      leadershipLevels: [{ name: 'Director' }],
      program: { title: 'Price' },
    });
  });

  it.each([
    ['ends before it starts', { endsOn: '2026-02-01' }, 'INVALID_INPUT'],
    ['has fewer seats than it needs', { maxSeats: 3 }, 'INVALID_INPUT'],
    ['has a week that begins on a Tuesday', { weeks: ['2026-03-03'] }, 'INVALID_INPUT'],
    ['has a week outside its dates', { weeks: ['2026-05-04'] }, 'INVALID_INPUT'],
    ['costs less than nothing', { seatCost: -1 }, 'INVALID_INPUT'],
    ['is of an unknown program', { programId: crypto.randomUUID() }, 'NOT_FOUND'],
    ['is for an unknown level', { leadershipLevelIds: [crypto.randomUUID()] }, 'NOT_FOUND'],
  ])('is refused when it %s', async (_what, wrong, code) => {
    const input = {
      programId: (await aProgram(org, [])).id,
      name: 'Wrong',
      mode: 'VIRTUAL',
      startsOn: '2026-03-02',
      endsOn: '2026-03-13',
      minSeats: 5,
      maxSeats: 8,
      ...wrong,
    };
    const create = 'mutation Create($input: CreateCohortInput!) { createCohort(input: $input) { id } }';
    expect((await program.as(designer, create, { input })).codes).toEqual([code]);
  });

  it('gives seats by hand, all or nothing, and tells each who gets one', async () => {
    const cohort = await aCohort(org);
    const [ana, rui, eva] = [await someone(), await someone(), await someone()];
    expect((await enroll(cohort, [ana, rui, eva])).codes).toEqual(['CONFLICT']);
    expect((await read(cohort)).enrollments).toEqual([]);
    const { data } = await enroll(cohort, [ana, rui]);
    expect(data.enrollExecutives).toMatchObject([
      { status: 'CONFIRMED', person: { id: ana.personId } },
      { status: 'CONFIRMED', person: { id: rui.personId } },
    ]);
    expect(await mailsTo(ana)).toHaveLength(1);
    expect(await mailsTo(eva)).toEqual([]);
  });

  it('takes only those who are eligible, and says of each who is not why', async () => {
    const { organizationId } = org;
    const level = await org.level();
    const held = await aProgram(org, []);
    const cohort = await aCohort(org, { programId: held.id, maxSeats: 20, language: 'de' });
    await org.within((tx) =>
      tx.query(
        'INSERT INTO cohort_leadership_level (organization_id, cohort_id, leadership_level_id) VALUES ($1, $2, $3)',
        [organizationId, cohort.id, level.id],
      ),
    );
    const lower = await someone();
    const later = await someone({ level, from: '2026-06-01' });
    const french = await someone({ level });
    await org.within((tx) =>
      tx.update(Person, { organizationId, id: french.personId }, { languages: ['fr', 'en-GB'] }),
    );
    const graduate = await someone({ level });
    const before = await aCohort(org, { programId: held.id, startsOn: '2025-01-01', endsOn: '2025-02-01' });
    await anEnrollment(org, before, graduate, 'COMPLETED');
    const away = await someone({ level });
    await org.within((tx) =>
      tx.insert(UnavailablePeriod, {
        organizationId,
        personId: away.personId,
        startsOn: '2026-03-13',
        endsOn: '2026-03-20',
      }),
    );
    const busy = await someone({ level });
    const other = await aCohort(org, { name: 'Other', startsOn: '2026-03-13', endsOn: '2026-04-01' });
    await anEnrollment(org, other, busy);
    const fits = await someone({ level });

    const { codes, errors } = await enroll(cohort, [lower, later, french, graduate, away, busy, fits]);
    expect(codes).toEqual(['INVALID_INPUT']);
    const fields = errors[0].extensions.fields.map(({ path, message }: any) => `${path}: ${message}`);
    expect(fields).toEqual([
      expect.stringMatching(/^executiveIds.0: .*which this cohort is not for/),
      expect.stringMatching(/^executiveIds.1: .*is no executive on 2026-03-02/),
      expect.stringMatching(/^executiveIds.2: .*does not speak de/),
      expect.stringMatching(/^executiveIds.3: .*has completed this program/),
      expect.stringMatching(/^executiveIds.4: .*is unavailable/),
      expect.stringMatching(/^executiveIds.5: .*has a seat in Other at the same time/),
    ]);
    expect((await enroll(cohort, [fits])).codes).toEqual([]);
    expect((await enroll(cohort, [fits])).codes).toEqual(['INVALID_INPUT']);
  });

  it('seats those who ask in their order, then lets them wait, and moves the first up when a seat is free', async () => {
    const cohort = await aCohort(org, { status: 'OPEN', maxSeats: 1 });
    const [first, second, third] = [await someone(), await someone(), await someone()];
    const asked = [];
    for (const { token } of [first, second, third]) {
      // oxlint-disable-next-line no-await-in-loop
      asked.push((await program.as(token, ASK, { cohortId: cohort.id })).data.requestSeat);
    }
    expect(asked.map(({ status }) => status)).toEqual(['CONFIRMED', 'WAITLISTED', 'WAITLISTED']);
    await program.as(first.token, LEAVE, { id: asked[0].id });
    const { enrollments } = await read(cohort);
    expect(enrollments.map(({ status }: any) => status)).toEqual(['WITHDRAWN', 'CONFIRMED', 'WAITLISTED']);
    expect((await mailsTo(second)).map(({ subject }) => subject)).toHaveLength(2);
  });

  it('never gives more seats than it has, however many ask at once', async () => {
    const cohort = await aCohort(org, { status: 'OPEN', maxSeats: 3 });
    const level = await org.level();
    const people = await Promise.all(Array.from({ length: 12 }, () => someone({ level })));
    const answers = await Promise.all(
      people.map(({ token }) => program.as(token, ASK, { cohortId: cohort.id })),
    );
    const states = answers.map(({ data, codes }) => data?.requestSeat?.status ?? codes[0]);
    expect(states.filter((state) => state === 'CONFIRMED')).toHaveLength(3);
    expect(states.filter((state) => state === 'WAITLISTED')).toHaveLength(9);
  });

  it('opens, starts and completes, and completes with it those who had a seat', async () => {
    const cohort = await aCohort(org);
    const ana = await someone();
    await enroll(cohort, [ana]);
    expect(await move('completeCohort', cohort)).toEqual(['CONFLICT']);
    expect(await move('openCohort', cohort)).toEqual([]);
    expect(await move('openCohort', cohort)).toEqual(['CONFLICT']);
    expect(await move('startCohort', cohort)).toEqual([]);
    expect((await enroll(cohort, [await someone()])).codes).toEqual(['CONFLICT']);
    expect(await move('completeCohort', cohort)).toEqual([]);
    expect(await read(cohort)).toMatchObject({ status: 'COMPLETED', enrollments: [{ status: 'COMPLETED' }] });
    expect(await move('cancelCohort', cohort, ', reason: "Late"')).toEqual(['CONFLICT']);
  });

  it('is cancelled with a reason that everybody concerned is told', async () => {
    const cohort = await aCohort(org);
    const ana = await someone();
    await enroll(cohort, [ana]);
    expect(await move('cancelCohort', cohort, ', reason: "Too few people"')).toEqual([]);
    expect(await read(cohort)).toMatchObject({ status: 'CANCELLED', enrollments: [{ status: 'DECLINED' }] });
    expect((await mailsTo(ana)).map(({ body }) => body).join()).toContain('Too few people');
  });

  it('shows who is in it to designers of their units, to managers and to each other, and to nobody else', async () => {
    const [unit, elsewhere] = [await org.unit(), await org.unit()];
    const boss = await someone();
    const cohort = await aCohort(org, { maxSeats: 5 });
    const [ana, rui] = [await someone({ unit, manager: boss }), await someone({ unit: elsewhere })];
    await enroll(cohort, [ana, rui]);
    const seen = async (token: string) =>
      (await read(cohort, token)).enrollments.map(({ person }: any) => person.id).toSorted();
    const both = [ana.personId, rui.personId].toSorted();
    expect(await seen(ana.token)).toEqual(both);
    expect(await seen(boss.token)).toEqual([ana.personId]);
    expect(await seen(await org.tokenOf([GrantableRole.Designer], [elsewhere]))).toEqual([rui.personId]);
    expect(await seen((await someone()).token)).toEqual([]);
  });

  it('costs the same number of statements for one and for thirty', async () => {
    const fresh = await program.organization();
    const token = await fresh.designer();
    const query = `{ programs { title develops { capability { name } } cohorts { name leadershipLevels { name } enrollments { status person { name } } } } }`;
    const one = async () => {
      const { id: programId } = await aProgram(fresh, [await fresh.capability(crypto.randomUUID())]);
      const cohort = await aCohort(fresh, { programId, maxSeats: 9 });
      await anEnrollment(fresh, cohort, await fresh.executive(`Person ${crypto.randomUUID()}`));
    };
    await one();
    const few = await program.countQueries(() => program.as(token, query));
    for (let i = 0; i < 30; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await one();
    }
    expect(await program.countQueries(() => program.as(token, query))).toBe(few);
  });
});
