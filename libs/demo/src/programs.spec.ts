import { describe, expect, it } from '@jest/globals';
import { postingOn } from './company/service.js';
import { dayNumber } from './days.js';
import type { DemoCohort } from './demo.js';
import { generateDemo } from './generate-demo.js';

const TODAY = '2026-11-24';
const demos = [240, 60, 1200].map((executives, seed) =>
  generateDemo({ executives, seed: seed + 1, today: TODAY }),
);
const demo = demos[0]!;
const HOLDS_A_SEAT = new Set(['PENDING', 'CONFIRMED', 'COMPLETED']);

const sideOfToday = ({ startsOn, endsOn }: DemoCohort): string => {
  if (endsOn < TODAY) return 'past';
  return startsOn > TODAY ? 'to come' : 'now';
};

const seated = ({ enrollments }: DemoCohort): number =>
  enrollments.filter(({ status }) => HOLDS_A_SEAT.has(status)).length;

describe('the cohorts', () => {
  it('are ten of four programs: six past, two running, one open, one planned', () => {
    expect(demo.cohorts.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 6 }, () => 'COMPLETED'),
      'RUNNING',
      'RUNNING',
      'OPEN',
      'PLANNED',
    ]);
    expect(new Set(demo.cohorts.map(({ programKey }) => programKey))).toEqual(
      new Set(demo.programs.map(({ key }) => key)),
    );
  });
  it('stand on the side of today that their status says', () => {
    const sides = { COMPLETED: 'past', RUNNING: 'now', OPEN: 'to come', PLANNED: 'to come' };
    for (const cohort of demos.flatMap(({ cohorts }) => cohorts))
      expect(sideOfToday(cohort)).toBe(sides[cohort.status]);
  });
  it('name the Mondays of their weeks, the first on the first day', () => {
    for (const { startsOn, endsOn, weeks } of demos.flatMap(({ cohorts }) => cohorts)) {
      // 1970-01-05 was a Monday.
      expect(weeks.map((week) => (dayNumber(week) - 4) % 7)).toEqual(weeks.map(() => 0));
      expect(weeks[0]).toBe(startsOn);
      expect(weeks.at(-1)! < endsOn).toBe(true);
    }
  });
  it('lie between rounds, never while one is open, and the past ones between baseline and follow-up', () => {
    for (const { startsOn, endsOn } of demo.cohorts)
      for (const { opensOn, closesOn } of demo.rounds)
        expect(endsOn < opensOn || startsOn > closesOn).toBe(true);
    for (const { startsOn, endsOn } of demo.cohorts.filter(({ status }) => status === 'COMPLETED'))
      expect(startsOn > demo.rounds[0]!.closesOn && endsOn < demo.rounds.at(-1)!.opensOn).toBe(true);
  });
  it('never hold more people than seats, nor run with fewer than they need, nor let wait beside a free seat', () => {
    const cohorts = demos.flatMap((one) => one.cohorts);
    expect(cohorts.filter((cohort) => seated(cohort) > cohort.maxSeats)).toEqual([]);
    const begun = cohorts.filter(({ status }) => status === 'COMPLETED' || status === 'RUNNING');
    expect(begun.filter((cohort) => seated(cohort) < cohort.minSeats)).toEqual([]);
    const waitedFor = cohorts.filter(({ enrollments }) =>
      enrollments.some(({ status }) => status === 'WAITLISTED'),
    );
    expect(waitedFor.length).toBeGreaterThan(0);
    expect(waitedFor.filter((cohort) => seated(cohort) < cohort.maxSeats)).toEqual([]);
  });
  it('enroll nobody twice', () => {
    for (const { enrollments } of demos.flatMap(({ cohorts }) => cohorts))
      expect(new Set(enrollments.map(({ personExternalId }) => personExternalId)).size).toBe(
        enrollments.length,
      );
  });
  it('show every status of an enrollment', () => {
    const statuses = new Set(
      demo.cohorts.flatMap(({ enrollments }) => enrollments.map(({ status }) => status)),
    );
    expect([...statuses].toSorted()).toEqual([
      'COMPLETED',
      'CONFIRMED',
      'DECLINED',
      'PENDING',
      'WAITLISTED',
      'WITHDRAWN',
    ]);
  });
  it('take only people who may take part', () => {
    for (const { cohorts, people } of demos) {
      const byId = new Map(people.map((person) => [person.externalId, person]));
      for (const cohort of cohorts) {
        const members = new Set(cohort.enrollments.map(({ personExternalId }) => personExternalId));
        for (const { personExternalId, enrolledOn } of cohort.enrollments) {
          const person = byId.get(personExternalId)!;
          const posting = postingOn(person, cohort.startsOn)!;
          expect(enrolledOn < cohort.startsOn && enrolledOn <= TODAY).toBe(true);
          expect(posting.leadershipLevel).not.toBeNull();
          expect(postingOn(person, cohort.endsOn)).not.toBeNull();
          expect(
            cohort.leadershipLevels.length === 0 ||
              cohort.leadershipLevels.includes(posting.leadershipLevel!),
          ).toBe(true);
          expect(person.languages).toContain(cohort.language);
          expect(members.has(posting.managerExternalId ?? '')).toBe(false);
          for (const week of cohort.weeks) {
            const friday = dayNumber(week) + 4;
            const away = person.unavailable.some(
              ({ from, to }) => dayNumber(from) <= friday && dayNumber(to) >= dayNumber(week),
            );
            expect(away).toBe(false);
          }
        }
      }
    }
  });
  it('never overlap for one person, nor repeat a program', () => {
    for (const { cohorts } of demos) {
      const byPerson = new Map<string, DemoCohort[]>();
      for (const cohort of cohorts)
        for (const { personExternalId } of cohort.enrollments)
          byPerson.set(personExternalId, [...(byPerson.get(personExternalId) ?? []), cohort]);

      for (const enrolled of byPerson.values())
        enrolled.forEach((cohort, index) => {
          for (const later of enrolled.slice(index + 1)) {
            expect(later.startsOn > cohort.endsOn).toBe(true);
            expect(later.programKey).not.toBe(cohort.programKey);
          }
        });
    }
  });
  it('are more in a larger organization', () => {
    expect(demos.map(({ cohorts }) => cohorts.length)).toEqual([10, 10, 50]);
  });
});
