import type { CsvColumns } from '../../imports/csv.js';
import type { StagedRow } from '../../imports/staging.js';

export type PeopleColumn = (typeof PEOPLE_COLUMNS.known)[number];

/** What a file of people may have in its first line. */
export const PEOPLE_COLUMNS = {
  known: [
    'external_id',
    'name',
    'email',
    'title',
    'unit',
    'leadership_level',
    'manager_external_id',
    'function',
    'location',
    'time_zone',
    'languages',
    'gender',
    'joined_on',
    'left_on',
    'effective_on',
    'unavailable',
  ],
  required: ['external_id', 'name', 'email', 'unit'],
} as const satisfies CsvColumns<string>;

/** A row of the file, checked cell by cell: a faulty cell is null, so that the row still takes part in the checks of the whole file. */
export const STAGED_PEOPLE = {
  name: 'staged_person',
  columns: {
    external_id: 'text',
    name: 'text',
    /** Lower case. */
    email: 'text',
    title: 'text',
    /** Names from the top down, with nothing but a slash between them. */
    unit_path: 'text',
    /** The same in lower case: two spellings are one unit. */
    unit_key: 'text',
    /** False when the file has no such column: then the level stays as it is. */
    states_level: 'boolean',
    level_id: 'uuid',
    /** False when the file has no such column: then the manager stays as it is. */
    states_manager: 'boolean',
    manager_external_id: 'text',
    function: 'text',
    location: 'text',
    time_zone: 'text',
    /** BCP 47 tags, separated by semicolons. */
    languages: 'text',
    gender: 'text',
    joined_on: 'date',
    left_on: 'date',
    effective_on: 'date',
    /** `2026-05-04/2026-05-15`, in order and each once, separated by semicolons. */
    unavailable: 'text',
  },
} as const;

export type StagedPerson = StagedRow<keyof typeof STAGED_PEOPLE.columns>;
