import { Purpose, streamOf } from '../random.js';
import type { RandomStream } from '../random.js';
import { BUSINESS_UNIT_STAFF, BUSINESS_UNITS, COMPANY, GROUP_OFFICERS } from './company.js';
import type { BusinessUnitText } from './company.js';
import { rootPath, unitPath } from './units.js';

/** Leadership levels by rank, lowest 0. */
export const Rank = { SeniorManager: 0, Director: 1, VicePresident: 2, Committee: 3 } as const;

/** A place in the management tree that somebody fills. */
export interface Seat {
  readonly index: number;
  /** Index of the seat it reports to; −1 at the top. Parents come before children. */
  readonly parent: number;
  readonly unitPath: string;
  /** Index of the business unit; −1 at the company's center. */
  readonly businessUnit: number;
  readonly rank: number;
  readonly function: string;
  /** What the seat is responsible for, e.g. `Sales, Pumps & Valves`. */
  readonly area: string;
  /** Where the unit is at one site only. */
  readonly city: string | null;
  /** Only where the seat has a title of its own. */
  readonly title: string | null;
}
type NewSeat = Omit<Seat, 'index'>;

/** With how many people which parts of the company exist. */
interface Shape {
  readonly departments: number;
  readonly staff: number;
  readonly officerTeam: number;
  /** Sites per department; 1: the department has no sites of its own. */
  readonly sites: number;
}

const SEATS_PER_SITE = 90;
const MAX_SPAN_BY_DESIGN = 6;

function shapeFor(executives: number): Shape {
  const departments = executives < 130 ? 2 : 4;
  const sites = Math.floor(executives / (24 * SEATS_PER_SITE));
  return {
    departments,
    staff: executives < 60 ? 1 : Math.max(2, 5 - departments),
    officerTeam: executives < 90 ? 0 : 3,
    sites: sites < 3 ? 1 : Math.min(9, sites),
  };
}

/**
 * The management tree of the company on its last day: exactly `executives` seats, one chief executive, every seat
 * in the unit of the seat above or a unit below it, and at the same or a lower rank. From 130 executives on every
 * leader leads 3 to 9. O(executives).
 */
export function seatsFor(executives: number, seed: number): readonly Seat[] {
  const shape = shapeFor(executives);
  const seats: Seat[] = [];
  const add = (seat: NewSeat): Seat => {
    const added = { ...seat, index: seats.length };
    seats.push(added);
    return added;
  };
  const heads = addTop(add, shape);
  let left = executives - seats.length;
  heads.forEach((head, position) => {
    const size = Math.round(left / (heads.length - position));
    left -= size;
    fillTeam(add, { head, size, random: streamOf(seed, Purpose.Tree, position) });
  });
  return seats;
}

type Add = (seat: NewSeat) => Seat;

/** The committee, its staff, and a head for each department or site; answers the heads. */
function addTop(add: Add, shape: Shape): readonly Seat[] {
  const center = { unitPath: rootPath, businessUnit: -1, city: COMPANY.headquarters };
  const chief = add({
    ...center,
    parent: -1,
    rank: Rank.Committee,
    function: 'General management',
    area: COMPANY.name,
    title: 'Chief Executive Officer',
  });
  for (const officer of GROUP_OFFICERS) {
    const seat = add({ ...center, ...officer, parent: chief.index, rank: Rank.Committee });
    for (let member = 0; member < shape.officerTeam; member++) {
      const rank = member === 0 ? Rank.VicePresident : Rank.Director;
      add({
        ...center,
        parent: seat.index,
        rank,
        function: officer.function,
        area: `Group ${officer.area}`,
        title: null,
      });
    }
  }
  return BUSINESS_UNITS.flatMap((_, businessUnit) => addBusinessUnit(add, { businessUnit, chief, shape }));
}

function addBusinessUnit(
  add: Add,
  { businessUnit, chief, shape }: { businessUnit: number; chief: Seat; shape: Shape },
): readonly Seat[] {
  const unit = BUSINESS_UNITS[businessUnit];
  if (!unit) throw new RangeError(`There is no business unit ${businessUnit}`);
  const path = unitPath(unit.name);
  const own = { unitPath: path, businessUnit, city: null, title: null };
  const president = add({
    ...own,
    parent: chief.index,
    rank: Rank.Committee,
    function: 'General management',
    area: unit.name,
    title: `President, ${unit.name}`,
  });
  const below = { ...own, parent: president.index };
  for (const { area, function: fn } of BUSINESS_UNIT_STAFF.slice(0, shape.staff))
    add({ ...below, rank: Rank.Director, function: fn, area: `${area}, ${unit.name}` });

  return unit.departments.slice(0, shape.departments).flatMap(({ name, function: fn }) => {
    const head = { ...below, rank: Rank.VicePresident, function: fn, area: `${name}, ${unit.name}` };
    if (shape.sites === 1) return [add({ ...head, unitPath: unitPath(unit.name, name) })];
    const lead = add(head);
    return sitesOf(unit, name, shape.sites).map(({ site, city }) =>
      add({
        ...head,
        parent: lead.index,
        unitPath: unitPath(unit.name, site),
        city,
        area: `${site}, ${unit.name}`,
      }),
    );
  });
}

/** Sites of a department that is too large for one unit, e.g. `Sales, Pune` and, the next one there, `Sales, Pune 2`. */
function sitesOf(
  { cities }: BusinessUnitText,
  department: string,
  count: number,
): readonly { readonly site: string; readonly city: string | null }[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / cities.length) + 1;
    const city = cities[index % cities.length] ?? null;
    return { site: `${department}, ${city}${round > 1 ? ` ${round}` : ''}`, city };
  });
}

/** Places `size` seats below a head, breadth first: 4 to 6 to a leader, up to two more rather than a rest of one or two. */
function fillTeam(
  add: Add,
  { head, size, random }: { head: Seat; size: number; random: RandomStream },
): void {
  const leaders: { seat: Seat; depth: number }[] = [{ seat: head, depth: 0 }];
  let left = size;
  for (const { seat, depth } of leaders) {
    if (left === 0) break;
    let span = Math.min(left, 4 + random.integer(MAX_SPAN_BY_DESIGN - 3));
    if (left - span < 3) span = Math.min(left, MAX_SPAN_BY_DESIGN + 2);
    left -= span;
    for (let member = 0; member < span; member++) {
      // The first of a team leads the next one, so a director does before a senior manager.
      const mayLead = member === 0 || random.next() < (depth === 0 ? 0.2 : 0.15);
      const rank = Math.min(seat.rank, mayLead && depth < 2 ? Rank.Director : Rank.SeniorManager);
      leaders.push({
        seat: add({ ...seat, parent: seat.index, rank, title: null }),
        depth: depth + 1,
      });
    }
  }
}
