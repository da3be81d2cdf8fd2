import { describe, expect, it } from '@jest/globals';
import { postingOn } from './company/service.js';
import type { Demo, DemoPerson, DemoPosting } from './demo.js';
import { generateDemo } from './generate-demo.js';

const TODAY = '2026-11-24';
const demos = [
  generateDemo({ executives: 240, seed: 1, today: TODAY }),
  generateDemo({ executives: 240, seed: 2, today: TODAY }),
  generateDemo({ executives: 40, seed: 3, today: TODAY }),
  generateDemo({ executives: 6500, seed: 4, today: TODAY }),
];
const [demo] = demos as [Demo];

const byId = ({ people }: Demo): ReadonlyMap<string, DemoPerson> =>
  new Map(people.map((person) => [person.externalId, person]));
const isExecutive = (person: DemoPerson): boolean =>
  person.postings.some(({ leadershipLevel }) => leadershipLevel !== null);
const ofToday = ({ people }: Demo): readonly DemoPerson[] =>
  people.filter((person) => isExecutive(person) && postingOn(person, TODAY) !== null);
/** The manager's place at the start of a posting and at each of their own changes during it; null: not in service. */
const placesAbove = (
  one: DemoPosting,
  until: string,
  manager: DemoPerson,
): readonly (DemoPosting | null)[] => {
  const changes = manager.postings.map(({ from }) => from).filter((day) => day > one.from && day < until);
  return [one.from, ...changes].map((day) => postingOn(manager, day));
};

describe('the made-up company', () => {
  it('has as many executives today as were asked for, and staff and leavers besides', () => {
    expect(demos.map((one) => ofToday(one).length)).toEqual([240, 240, 40, 6500]);
    expect(demo.people.filter((person) => !isExecutive(person)).length).toBe(7);
    expect(demo.people.filter(({ leftOn }) => leftOn !== null).length).toBeGreaterThan(8);
  });
  it('has six business units in three levels of units, and parents before children', () => {
    for (const { units, organization } of demos) {
      const paths = units.map(({ path }) => path);
      expect(new Set(paths).size).toBe(paths.length);
      expect(units.filter(({ parentPath }) => parentPath === organization.name)).toHaveLength(6);
      expect(Math.max(...paths.map((path) => path.split(' / ').length))).toBe(3);
      expect(units.filter(({ parentPath }) => parentPath === null).map(({ name }) => name)).toEqual([
        organization.name,
      ]);
      const astray = units.filter(
        ({ parentPath, path, name }, index) =>
          parentPath !== null &&
          (path !== `${parentPath} / ${name}` || !paths.slice(0, index).includes(parentPath)),
      );
      expect(astray).toEqual([]);
    }
  });
  it('gives everybody an id and an address of their own, at a domain that cannot exist', () => {
    for (const { people } of demos) {
      expect(new Set(people.map(({ externalId }) => externalId)).size).toBe(people.length);
      expect(new Set(people.map(({ email }) => email)).size).toBe(people.length);
      expect(people.filter(({ email }) => !/^[a-z]+\.[a-z]+\d*@tarnholm\.example$/.test(email))).toEqual([]);
      expect(people.filter(({ name }) => !/^\S+ \S+$/.test(name))).toEqual([]);
    }
  });
  it('fills all four leadership levels, fewer the higher', () => {
    const count = (level: string): number =>
      ofToday(demo).filter((person) => person.postings.at(-1)?.leadershipLevel === level).length;
    const counts = demo.leadershipLevels.map(count);
    expect(counts).toHaveLength(4);
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(counts.at(-1)).toBe(10);
  });
  it('has one chief executive above everybody, without cycles', () => {
    for (const one of demos) {
      const people = byId(one);
      expect(
        ofToday(one).filter((person) => postingOn(person, TODAY)?.managerExternalId === null),
      ).toHaveLength(1);
      for (const person of ofToday(one)) {
        let above: DemoPerson | undefined = person;
        for (let step = 0; above && step < 15; step++)
          above = people.get(postingOn(above, TODAY)?.managerExternalId ?? '');
        expect(above).toBeUndefined();
      }
    }
  });
  it('lets every leader lead three to nine', () => {
    for (const one of demos.filter(({ options }) => options.executives >= 130)) {
      const spans = new Map<string, number>();
      for (const person of ofToday(one)) {
        const manager = postingOn(person, TODAY)?.managerExternalId;
        if (manager) spans.set(manager, (spans.get(manager) ?? 0) + 1);
      }
      expect(Math.min(...spans.values())).toBeGreaterThanOrEqual(3);
      expect(Math.max(...spans.values())).toBeLessThanOrEqual(9);
    }
  });
});

describe('its history', () => {
  it('has joiners, leavers, moves between units and promotions between the rounds', () => {
    const [first, last] = [demo.rounds[0]!.closesOn, demo.rounds.at(-1)!.closesOn];
    const within = (day: string | null): boolean => day !== null && day > first && day < last;
    const changes = demo.people.flatMap(({ postings }) =>
      postings.slice(1).map((posting, index) => ({ posting, before: postings[index]! })),
    );
    expect(demo.people.filter(({ joinedOn }) => within(joinedOn)).length).toBeGreaterThan(3);
    expect(demo.people.filter(({ leftOn }) => within(leftOn)).length).toBeGreaterThan(3);
    expect(
      changes.filter(({ posting, before }) => posting.unitPath !== before.unitPath).length,
    ).toBeGreaterThan(1);
    expect(
      changes.filter(({ posting, before }) => posting.leadershipLevel !== before.leadershipLevel).length,
    ).toBeGreaterThan(3);
  });
  it('keeps postings in order, in known units and at known levels, each different from the one before', () => {
    for (const { people, units, leadershipLevels } of demos) {
      const paths = new Set(units.map(({ path }) => path));
      const levels = new Set<string | null>([...leadershipLevels, null]);
      const faulty = people.filter(({ postings, joinedOn, leftOn }) => {
        const known = postings.every(
          ({ unitPath, leadershipLevel }) => paths.has(unitPath) && levels.has(leadershipLevel),
        );
        const days = postings.map(({ from }) => from);
        const inOrder = days.every((day, index) => day > (days[index - 1] ?? '') && day <= TODAY);
        const isKept = (one: DemoPosting, index: number): boolean =>
          JSON.stringify({ ...one, from: '' }) !== JSON.stringify({ ...postings[index + 1], from: '' });
        return (
          !known ||
          !inOrder ||
          days[0] !== joinedOn ||
          days.at(-1)! >= (leftOn ?? '9') ||
          !postings.every(isKept)
        );
      });
      expect(faulty).toEqual([]);
    }
  });
  it('gives everybody on every day a manager in service, in the same unit or one above, at no lower level', () => {
    for (const one of demos) {
      const people = byId(one);
      const rank = ({ leadershipLevel }: DemoPosting): number =>
        one.leadershipLevels.indexOf(leadershipLevel ?? '');
      const isBelow = (posting: DemoPosting, above: DemoPosting | null): boolean =>
        above !== null &&
        `${posting.unitPath} / `.startsWith(`${above.unitPath} / `) &&
        rank(above) >= rank(posting);
      const faulty = one.people.flatMap(({ postings, leftOn }) =>
        postings.filter((posting, index) => {
          const until = postings[index + 1]?.from ?? leftOn ?? '9';
          const manager = people.get(posting.managerExternalId ?? '');
          if (posting.managerExternalId === null) return false;
          if (!manager || (manager.leftOn ?? '9') < until) return true;
          return !placesAbove(posting, until, manager).every((above) => isBelow(posting, above));
        }),
      );
      expect(faulty).toEqual([]);
    }
  });
});

describe('the accounts', () => {
  it('name people who are there: designer, viewer, manager, the manager’s report, facilitator', () => {
    for (const one of demos) {
      const people = byId(one);
      expect(one.accounts.map(({ key }) => key)).toEqual([
        'designer',
        'viewer',
        'manager',
        'participant',
        'facilitator',
      ]);
      for (const { personExternalId } of one.accounts)
        expect(postingOn(people.get(personExternalId)!, TODAY)).not.toBeNull();
      const [, , manager, participant] = one.accounts.map(({ personExternalId }) =>
        people.get(personExternalId)!,
      );
      expect(postingOn(participant!, TODAY)?.managerExternalId).toBe(manager!.externalId);
      expect(new Set(one.accounts.map(({ personExternalId }) => personExternalId)).size).toBe(5);
    }
  });
  it('let the participant look back on a completed cohort', () => {
    const participant = demo.accounts.find(({ key }) => key === 'participant')!.personExternalId;
    const enrollments = demo.cohorts.flatMap((cohort) => cohort.enrollments);
    expect(
      enrollments.some(
        ({ personExternalId, status }) => personExternalId === participant && status === 'COMPLETED',
      ),
    ).toBe(true);
  });
});
