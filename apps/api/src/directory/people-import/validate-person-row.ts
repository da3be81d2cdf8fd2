import { isTimeZone } from '@alidade/database';
import type { LeadershipLevel } from '@alidade/database';
import type { CsvRow } from '../../imports/csv.js';
import type { FaultList } from '../../imports/import-reader.js';
import { isDay } from '../../platform/scalars.js';
import { parseUnitPath } from '../unit-path.js';
import type { PeopleColumn, StagedPerson } from './people-columns.js';

/** A cell as it is staged, or why it cannot be. */
type Parsed = { readonly value: string } | { readonly fault: string };

const LONGEST = 200;
const LONGEST_LIST = 10_000;
/** Of what stands before and after the @, only that there is something and no space; whether mail arrives only mail can tell. */
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const EARLIEST = '1900-01-01';

/**
 * Checks the cells of a row by themselves and tells every fault of them.
 * @param levels  of the organization, lowest first
 * @returns the row as it is staged, with null where nothing is given or what is given is faulty
 */
export function validatePersonRow(
  { line, cells, columns }: CsvRow<PeopleColumn>,
  levels: readonly Pick<LeadershipLevel, 'id' | 'name'>[],
  faults: FaultList,
): StagedPerson {
  const tell = (column: PeopleColumn, message: string) => faults.add({ line, column, message });
  const read = (column: PeopleColumn, parse: (text: string) => Parsed): string | null => {
    const text = cells[column];
    if (text === null) return null;
    const parsed = parse(text);
    if ('value' in parsed) return parsed.value;
    tell(column, parsed.fault);
    return null;
  };
  const path = read('unit', unitPath);
  const row = {
    line,
    external_id: read('external_id', shortText),
    name: read('name', shortText),
    email: read('email', email),
    title: read('title', shortText),
    unit_path: path,
    unit_key: path?.toLowerCase() ?? null,
    states_level: columns.has('leadership_level'),
    level_id: read('leadership_level', levelAmong(levels)),
    states_manager: columns.has('manager_external_id'),
    manager_external_id: read('manager_external_id', shortText),
    function: read('function', shortText),
    location: read('location', shortText),
    time_zone: read('time_zone', timeZone),
    languages: read('languages', listOf(languageTag)),
    gender: read('gender', shortText),
    joined_on: read('joined_on', calendarDay),
    left_on: read('left_on', calendarDay),
    effective_on: read('effective_on', calendarDay),
    unavailable: read('unavailable', periods),
  };
  if (row.joined_on !== null && row.left_on !== null && row.left_on <= row.joined_on)
    tell('left_on', 'left_on, the first day on which the person is no longer there, comes after joined_on.');
  if (row.external_id !== null && row.manager_external_id === row.external_id)
    tell('manager_external_id', 'Nobody is their own manager.');
  return row;
}

function shortText(text: string): Parsed {
  return text.length <= LONGEST ? { value: text } : { fault: `At most ${LONGEST} characters.` };
}

function email(text: string): Parsed {
  if (text.length > LONGEST) return { fault: `At most ${LONGEST} characters.` };
  return EMAIL.test(text)
    ? { value: text.toLowerCase() }
    : { fault: 'This is no mail address; one is written like ana.duarte@example.org.' };
}

function unitPath(text: string): Parsed {
  const path = parseUnitPath(text);
  return 'fault' in path
    ? { fault: `${path.fault} A path is written like Operations / Supply chain.` }
    : { value: path.names.join('/') };
}

const levelAmong =
  (levels: readonly Pick<LeadershipLevel, 'id' | 'name'>[]) =>
  (text: string): Parsed => {
    const level = levels.find(({ name }) => name.toLowerCase() === text.toLowerCase());
    if (level) return { value: level.id };
    const known = levels.map(({ name }) => name).join(', ') || 'none yet';
    return { fault: `There is no leadership level ${text}. There are: ${known}.` };
  };

const zones = new Map<string, boolean>();

/** Kept, because asking the platform takes as long as reading a hundred rows. */
function timeZone(text: string): Parsed {
  let isKnown = zones.get(text);
  if (isKnown === undefined) {
    isKnown = /^[a-z]/i.test(text) && isTimeZone(text);
    if (zones.size < 1000) zones.set(text, isKnown);
  }
  return isKnown ? { value: text } : { fault: `${text} is no time zone; name one like Europe/Zurich.` };
}

function calendarDay(text: string): Parsed {
  return isDay(text) && text >= EARLIEST
    ? { value: text }
    : { fault: `${text} is no day from 1900 on; one is written like 2026-03-31.` };
}

function languageTag(text: string): Parsed {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    if (tag !== undefined) return { value: tag };
  } catch {
    // Told below.
  }
  return { fault: `${text} is no language tag; one is written like en or pt-BR.` };
}

function period(text: string): Parsed {
  const [from = '', to = '', ...more] = text.split('/').map((day) => day.trim());
  if (more.length > 0 || !isDay(from) || !isDay(to))
    return { fault: `${text} is no period; one is written like 2026-05-04/2026-05-15.` };
  return from <= to ? { value: `${from}/${to}` } : { fault: `${text} ends before it begins.` };
}

/** Entries separated by semicolons, each once; a lone semicolon is a list of none. */
const listOf =
  (parse: (text: string) => Parsed) =>
  (text: string): Parsed => {
    if (text.length > LONGEST_LIST) return { fault: `At most ${LONGEST_LIST} characters.` };
    const values = new Set<string>();
    for (const entry of text.split(';').flatMap((each) => each.trim() || [])) {
      const parsed = parse(entry);
      if ('fault' in parsed) return parsed;
      values.add(parsed.value);
    }
    return { value: [...values].join(';') };
  };

/** In the order of their days, so that the same periods are the same text. */
function periods(text: string): Parsed {
  const parsed = listOf(period)(text);
  return 'fault' in parsed ? parsed : { value: parsed.value.split(';').toSorted().join(';') };
}
