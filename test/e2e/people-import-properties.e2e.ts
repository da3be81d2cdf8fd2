import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { csvOf, takeIn } from '../support/people-file.js';
import type { PeopleRow } from '../support/people-file.js';
import { Program } from '../support/program.js';
import type { TestOrganization } from '../support/organization.js';

const DAYS = ['2025-01-01', '2025-06-01', '2026-01-01', '2026-06-01', '2027-01-01'];
const PEOPLE = ['p1', 'p2', 'p3', 'p4'];

const someDay = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, fc.constantFrom(...DAYS));
const somePerson = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom(...PEOPLE));
const somePeriods = fc.constantFrom(
  '',
  ';',
  '2026-05-04/2026-05-15',
  '2026-05-04/2026-05-15;2026-07-01/2026-07-02',
);

const rowOf = (person: string): fc.Arbitrary<PeopleRow> =>
  fc.record({
    external_id: fc.constant(person),
    name: fc.constantFrom('Ana', 'Bo'),
    email: fc.constantFrom(...PEOPLE.map((each) => `${each}@example.org`), `${person}@example.org`),
    unit: fc.constantFrom('Operations', 'Operations / Planning', 'Sales'),
    leadership_level: fc.constantFrom('', 'Director', 'President'),
    manager_external_id: somePerson,
    title: fc.constantFrom('', 'Head'),
    gender: fc.constantFrom('', 'f', 'm'),
    joined_on: someDay,
    left_on: someDay,
    effective_on: someDay,
    unavailable: somePeriods,
  });

/** One file: some of the people, in any order; some columns may be absent. */
const someFile = fc
  .tuple(
    fc.shuffledSubarray(PEOPLE, { minLength: 1 }),
    fc.subarray(['leadership_level', 'manager_external_id']),
  )
  .chain(([people, absent]) =>
    fc
      .tuple(...people.map(rowOf))
      .map((rows) =>
        rows.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([column]) => !absent.includes(column))),
        ),
      ),
  );
const someImports = fc.array(fc.record({ file: someFile, day: fc.nat(DAYS.length - 1) }), {
  minLength: 1,
  maxLength: 5,
});

interface State {
  readonly postings: readonly Posting[];
  readonly rest: unknown;
}
interface Posting {
  readonly person: string;
  readonly personId: string;
  readonly managerId: string | null;
  readonly unit: string;
  readonly level: string | null;
  readonly from: string;
  readonly to: string;
}

const stateOf = (org: TestOrganization): Promise<State> =>
  org.within(async (tx) => ({
    postings: await tx.query(
      `SELECT external_id AS person, person_id AS "personId", manager_id AS "managerId", unit.name AS unit, level.name AS level,
         valid_from AS "from", valid_to AS "to"
       FROM posting JOIN person ON person.organization_id = posting.organization_id AND person.id = person_id
       JOIN unit ON unit.organization_id = posting.organization_id AND unit.id = unit_id
       LEFT JOIN leadership_level AS level ON level.organization_id = posting.organization_id AND level.id = leadership_level_id
       WHERE posting.organization_id = $1 ORDER BY person, valid_from`,
      [org.organizationId],
    ),
    rest: await tx.query(
      `SELECT to_jsonb(person) AS person, to_jsonb(identity) AS identity, gender,
         (SELECT jsonb_agg(to_jsonb(period) ORDER BY starts_on) FROM unavailable_period AS period WHERE period.person_id = person.id) AS periods
       FROM person JOIN person_identity AS identity ON identity.person_id = person.id
       LEFT JOIN person_diversity ON person_diversity.person_id = person.id
       WHERE person.organization_id = $1 ORDER BY person.id`,
      [org.organizationId],
    ),
  }));

/** As text, a day sorts between these. */
const sortable = (day: string): string => (day === '-infinity' ? '' : day === 'infinity' ? '~' : day);
const lastOf = (postings: readonly Posting[], person: string) =>
  postings.findLast((posting) => posting.person === person);
/** Where somebody was on a day. */
function placeOn(postings: readonly Posting[], person: string, day: string): string | undefined {
  const held = postings.find(
    (posting) => posting.person === person && sortable(posting.from) <= day && day < sortable(posting.to),
  );
  return held && JSON.stringify([held.unit, held.level, held.managerId]);
}

const NOTHING_DONE = { created: 0, updated: 0, unchanged: 0, faults: [] };
const KEPT = {
  faults: [],
  uncounted: 0,
  overlaps: [],
  circles: [],
  rewritten: [],
  changedAgain: 0,
  isSettled: true,
};

const overlapsIn = ({ postings }: State): Posting[] =>
  postings.filter((posting, i) => {
    const next = postings[i + 1];
    return next?.person === posting.person && sortable(posting.to) > sortable(next.from);
  });

/** Whose chain of managers never ends. */
function circlesIn({ postings }: State, today: string): string[] {
  const managers = new Map(
    PEOPLE.flatMap((person) => {
      const last = lastOf(postings, person);
      return last && sortable(last.to) > today ? [[last.personId, last.managerId]] : [];
    }),
  );
  return [...managers.keys()].filter((start) => {
    let [at, steps] = [managers.get(start) ?? null, 0];
    for (; at !== null && steps <= PEOPLE.length; steps += 1) at = managers.get(at) ?? null;
    return at !== null;
  });
}

/** Whose place changed on a day before everything that the row names and that was on record of them. */
function rewrittenPasts(before: State, after: State, rows: readonly PeopleRow[], today: string): PeopleRow[] {
  return rows.filter((row) => {
    const person = row['external_id'] ?? '';
    const known = before.postings.filter((posting) => posting.person === person);
    if (known.length === 0 || row['joined_on']) return false;
    const named = [row['left_on'], row['effective_on'], today].flatMap((day) => day || []);
    const bounds = known.flatMap(({ from, to }) => [from, to]).filter((day) => !day.includes('infinity'));
    const dayBefore = `${([...named, ...bounds].toSorted()[0] ?? today).slice(0, 4)}-00`;
    return placeOn(after.postings, person, dayBefore) !== placeOn(before.postings, person, dayBefore);
  });
}

/** Takes the file in twice. @returns what it did then, and what of the promises it broke */
async function twice(org: TestOrganization, file: readonly PeopleRow[], today: string) {
  const before = await stateOf(org);
  const first = await takeIn(org, csvOf(file), today);
  const after = await stateOf(org);
  const isAccepted = first.faults.length === 0;
  const second = isAccepted ? await takeIn(org, csvOf(file), today) : NOTHING_DONE;
  const { created, updated, unchanged } = first;
  return {
    isAccepted,
    faults: second.faults,
    uncounted: isAccepted ? file.length - created - updated - unchanged : 0,
    overlaps: overlapsIn(after),
    circles: isAccepted ? circlesIn(after, today) : [],
    rewritten: rewrittenPasts(before, after, file, today),
    changedAgain: second.created + second.updated,
    isSettled: isDeepStrictEqual(await stateOf(org), isAccepted ? after : before),
  };
}

describe('imports of people, whatever their order', () => {
  let program: Program;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  it('leave no overlapping postings and no circle, keep the past, and change nothing the second time', async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(someImports, async (imports) => {
        const org = await program.organization();
        await org.level('Director');
        await org.level('President');
        for (const { file, day } of imports.toSorted((a, b) => a.day - b.day)) {
          // oxlint-disable-next-line no-await-in-loop -- one import after the other
          const { isAccepted, ...promises } = await twice(org, file, DAYS[day] ?? '');
          accepted += isAccepted ? 1 : 0;
          expect(promises).toEqual(KEPT);
        }
      }),
      { numRuns: 40, seed: 20260331 },
    );
    expect(accepted).toBeGreaterThan(20);
  }, 120_000);
});
