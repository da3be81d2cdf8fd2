import type { DemoPerson, DemoPosting } from '../demo.js';
import { isoDay, offsetMonths } from '../days.js';
import type { DayNumber } from '../days.js';
import { Purpose, streamOf } from '../random.js';
import type { Career, Careers } from './careers.js';
import { GROUP_OFFICERS, LEADERSHIP_LEVELS, STAFF } from './company.js';
import { Identities } from './identities.js';
import { Rank } from './seats.js';
import type { Seat } from './seats.js';
import { rootPath } from './units.js';

export interface Company {
  /** Executives of today in the order of `seats`, those who left, staff. */
  readonly people: readonly DemoPerson[];
  /** How many of the first people are or were executives. */
  readonly executiveCount: number;
  readonly seats: readonly Seat[];
}

/** Puts names to careers, and works out who reported to whom from when. O(people). */
export function peopleFor({ careers, seats }: Careers, seed: number, today: DayNumber): Company {
  const identities = new Identities(today);
  const holders = holdersBySeat(careers, seats.length);
  const executives = careers.map((career, index): DemoPerson => {
    const last = career.stays.at(-1);
    const first = career.stays[0];
    if (!last || !first) throw new RangeError(`Executive ${index} never held a seat`);
    return {
      externalId: executiveId(index),
      ...identities.next(streamOf(seed, Purpose.Identity, index), last.seat),
      title: last.seat.title ?? `${LEADERSHIP_LEVELS[last.rank]}, ${last.seat.area}`,
      function: last.seat.function,
      joinedOn: isoDay(first.from),
      leftOn: career.leftOn === null ? null : isoDay(career.leftOn),
      postings: postingsOf(career, holders),
    };
  });
  const staff = STAFF.map(({ title }, index): DemoPerson => {
    const joinedOn = isoDay(offsetMonths(today, -30) + 11 * index);
    return {
      externalId: staffId(index),
      ...identities.next(streamOf(seed, Purpose.Identity, -1, index), { businessUnit: -1, city: null }),
      unavailable: [],
      title,
      function: 'Human resources',
      joinedOn,
      leftOn: null,
      postings: [
        {
          from: joinedOn,
          unitPath: rootPath,
          leadershipLevel: null,
          managerExternalId: peopleOfficer(seats),
        },
      ],
    };
  });
  return { people: [...executives, ...staff], executiveCount: executives.length, seats };
}

export const executiveId = (index: number): string => `E${String(index + 1).padStart(5, '0')}`;
export const staffId = (index: number): string => `S${String(index + 1).padStart(3, '0')}`;

/** Seats of the committee never change hands, so the seat's index is the executive's. */
function peopleOfficer(seats: readonly Seat[]): string {
  const title = GROUP_OFFICERS.find((officer) => officer.area === 'People')?.title;
  return executiveId(seats.findIndex((seat) => seat.title === title));
}

interface Holder {
  readonly executive: number;
  readonly from: DayNumber;
}

/** Per seat who held it from when, oldest first. */
function holdersBySeat(careers: readonly Career[], seats: number): readonly (readonly Holder[])[] {
  const holders = Array.from({ length: seats }, (): Holder[] => []);
  careers.forEach(({ stays }, executive) => {
    for (const { seat, from } of stays) holders[seat.index]?.push({ executive, from });
  });
  for (const list of holders) list.sort((one, other) => one.from - other.from);
  return holders;
}

function postingsOf(
  { stays, leftOn }: Career,
  holders: readonly (readonly Holder[])[],
): readonly DemoPosting[] {
  return stays.flatMap(({ seat, from, rank }, position) => {
    const until = stays[position + 1]?.from ?? leftOn ?? Number.POSITIVE_INFINITY;
    const managers = holders[seat.parent] ?? [];
    const successions = managers.map((manager) => manager.from).filter((day) => day > from && day < until);
    return [from, ...new Set(successions)].map((day): DemoPosting => {
      const manager = managers.findLast((holder) => holder.from <= day);
      return {
        from: isoDay(day),
        unitPath: seat.unitPath,
        leadershipLevel: LEADERSHIP_LEVELS[rank] ?? LEADERSHIP_LEVELS[Rank.SeniorManager],
        managerExternalId: manager ? executiveId(manager.executive) : null,
      };
    });
  });
}
