import type { DemoPerson } from '../demo.js';
import { isoDay, offsetMonths } from '../days.js';
import type { DayNumber } from '../days.js';
import type { RandomStream } from '../random.js';
import { BUSINESS_UNITS, COMPANY, LOCATIONS } from './company.js';
import type { LocationText } from './company.js';
import { NAME_POOLS } from './names.js';
import type { NamePool } from './names.js';

/** What a person is called and where they work, apart from what they do. */
export type Identity = Pick<
  DemoPerson,
  'name' | 'email' | 'gender' | 'location' | 'timeZone' | 'languages' | 'unavailable'
>;

/** Letters that do not come apart into a base letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', đ: 'd' };
const CULTURES = Object.keys(NAME_POOLS);

/** Makes people up, one after the other; no two get the same address. */
export class Identities {
  readonly #taken = new Map<string, number>();

  constructor(private readonly today: DayNumber) {}

  /** Somebody at home in the unit's first city, elsewhere in the business unit, or at `city` where that is fixed. */
  next(
    random: RandomStream,
    { businessUnit, city }: { businessUnit: number; city: string | null },
  ): Identity {
    const location = locationOf(city ?? someCity(businessUnit, random));
    const pool = poolOf(random.next() < 0.72 ? location.culture : random.pick(CULTURES));
    const woman = random.next() < 0.38;
    const given = random.pick(woman ? pool.women : pool.men);
    const family = random.pick(pool.families);
    const said = random.next();
    return {
      name: `${given} ${family}`,
      email: this.#addressOf(`${asciiOf(given)}.${asciiOf(family)}`),
      gender: genderOf(woman, said),
      location: location.city,
      timeZone: location.timeZone,
      languages: languagesOf(location, random),
      unavailable: this.#periodsOf(random),
    };
  }

  #addressOf(local: string): string {
    const count = (this.#taken.get(local) ?? 0) + 1;
    this.#taken.set(local, count);
    return `${local}${count > 1 ? count : ''}@${COMPANY.mailDomain}`;
  }

  /** None for most; else leave of one to three weeks, once or twice in the two years around today. */
  #periodsOf(random: RandomStream): Identity['unavailable'] {
    if (random.next() > 0.35) return [];
    const first = offsetMonths(this.today, -14) + random.integer(300);
    const starts = random.next() < 0.4 ? [first, first + 60 + random.integer(270)] : [first];
    return starts.map((from) => ({ from: isoDay(from), to: isoDay(from + 4 + 7 * random.integer(3)) }));
  }
}

function genderOf(woman: boolean, said: number): Identity['gender'] {
  if (said < 0.03) return null;
  if (said < 0.04) return 'X';
  return woman ? 'F' : 'M';
}

function someCity(businessUnit: number, random: RandomStream): string {
  const cities = BUSINESS_UNITS[businessUnit]?.cities ?? [COMPANY.headquarters];
  const home = random.next() < 0.4 ? cities[0] : undefined;
  return home ?? random.pick(cities);
}

function languagesOf({ languages }: LocationText, random: RandomStream): readonly string[] {
  const spoken = new Set(languages);
  if (random.next() < 0.95) spoken.add('en');
  if (random.next() < 0.15) spoken.add(random.pick(['de', 'es', 'fr']));
  return [...spoken];
}

function locationOf(city: string): LocationText {
  const location = LOCATIONS.find((candidate) => candidate.city === city);
  if (!location) throw new RangeError(`There is no site in ${city}`);
  return location;
}

function poolOf(culture: string): NamePool {
  const pool = NAME_POOLS[culture];
  if (!pool) throw new RangeError(`There are no names for ${culture}`);
  return pool;
}

/** A name as it stands in an address, e.g. `Wäfler` as `wafler`. */
const asciiOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, (letter) => PLAIN_LETTERS[letter] ?? '');
