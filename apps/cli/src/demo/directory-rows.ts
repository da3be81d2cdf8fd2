import { FOR_EVER } from '@alidade/database';
import type { Demo, DemoPerson, DemoPosting, DemoUnit } from '@alidade/demo';
import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

/** Levels, units, people with their history, and who signs in as what. */
export async function insertDirectory(tx: EntityManager, demo: Demo, ids: DemoIds): Promise<void> {
  const { organizationId } = ids;
  const levels = [...demo.leadershipLevels.entries()];
  await insertRows(
    tx,
    { table: 'leadership_level', organizationId },
    {
      id: ['uuid', ([, name]) => ids.level.of(name)],
      name: ['text', ([, name]) => name],
      rank: ['int', ([rank]) => rank + 1],
    },
    levels,
  );
  await insertUnits(tx, demo.units, ids);
  await insertPeople(tx, demo.people, ids);
  await insertPostings(tx, demo.people, ids);
  await insertGrants(tx, demo, ids);
}

async function insertUnits(tx: EntityManager, units: readonly DemoUnit[], ids: DemoIds): Promise<void> {
  const { organizationId } = ids;
  const of = (table: string) => ({ table, organizationId });
  await insertRows(
    tx,
    of('unit'),
    { id: ['uuid', (unit) => ids.unit.of(unit.path)], name: ['text', (unit) => unit.name] },
    units,
  );
  await insertRows(
    tx,
    of('unit_placement'),
    {
      unit_id: ['uuid', (unit) => ids.unit.of(unit.path)],
      parent_id: ['uuid', (unit) => ids.unit.orNull(unit.parentPath)],
    },
    units,
  );
  const parentOf = new Map(units.map(({ path, parentPath }) => [path, parentPath]));
  await insertRows(
    tx,
    of('unit_ancestor'),
    {
      unit_id: ['uuid', ({ path }) => ids.unit.of(path)],
      ancestor_id: ['uuid', ({ ancestor }) => ids.unit.of(ancestor)],
      depth: ['int', ({ depth }) => depth],
    },
    units.flatMap(({ path }) => ancestorsOf(path, parentOf)),
  );
}

/** Itself first, then its parent, and so on to the top. */
function ancestorsOf(
  path: string,
  parentOf: ReadonlyMap<string, string | null>,
): { path: string; ancestor: string; depth: number }[] {
  const found = [];
  let depth = 0;
  for (let ancestor: string | null = path; ancestor !== null; ancestor = parentOf.get(ancestor) ?? null) {
    found.push({ path, ancestor, depth });
    depth += 1;
  }
  return found;
}

async function insertPeople(tx: EntityManager, people: readonly DemoPerson[], ids: DemoIds): Promise<void> {
  const { organizationId } = ids;
  const of = (table: string) => ({ table, organizationId });
  const idOf = (person: DemoPerson): string => ids.person.of(person.externalId);
  await insertRows(
    tx,
    of('person'),
    {
      id: ['uuid', idOf],
      external_id: ['text', (person) => person.externalId],
      function: ['text', (person) => person.function],
      location: ['text', (person) => person.location],
      time_zone: ['text', (person) => person.timeZone],
      joined_on: ['date', (person) => person.joinedOn],
      left_on: ['date', (person) => person.leftOn],
    },
    people,
  );
  // An array of arrays is no array of rows to unnest, so languages come as text.
  await tx.query(
    `UPDATE person SET languages = string_to_array(said.languages, ';')
     FROM unnest($2::uuid[], $3::text[]) AS said (id, languages) WHERE organization_id = $1 AND person.id = said.id`,
    [organizationId, people.map(idOf), people.map(({ languages }) => languages.join(';'))],
  );
  await insertRows(
    tx,
    of('person_identity'),
    {
      person_id: ['uuid', idOf],
      name: ['text', (person) => person.name],
      email: ['text', (person) => person.email.toLowerCase()],
      title: ['text', (person) => person.title],
    },
    people,
  );
  await insertRows(
    tx,
    of('person_diversity'),
    { person_id: ['uuid', idOf], gender: ['text', (person) => person.gender] },
    people.filter(({ gender }) => gender !== null),
  );
  await insertRows(
    tx,
    of('unavailable_period'),
    {
      person_id: ['uuid', ({ person }) => idOf(person)],
      starts_on: ['date', ({ from }) => from],
      ends_on: ['date', ({ to }) => to],
    },
    people.flatMap((person) => person.unavailable.map(({ from, to }) => ({ person, from, to }))),
  );
  await insertRows(
    tx,
    of('executive'),
    { id: ['uuid', (person) => ids.executive.of(person.externalId)], person_id: ['uuid', idOf] },
    people.filter(isExecutive),
  );
}

/** At any time. */
const isExecutive = ({ postings }: DemoPerson): boolean =>
  postings.some(({ leadershipLevel }) => leadershipLevel !== null);

interface HeldPosting extends DemoPosting {
  readonly personExternalId: string;
  readonly to: string;
}

function postingsOf({ externalId, leftOn, postings }: DemoPerson): HeldPosting[] {
  return postings.map((posting, i) => ({
    ...posting,
    personExternalId: externalId,
    to: postings[i + 1]?.from ?? leftOn ?? FOR_EVER,
  }));
}

async function insertPostings(tx: EntityManager, people: readonly DemoPerson[], ids: DemoIds): Promise<void> {
  await insertRows(
    tx,
    { table: 'posting', organizationId: ids.organizationId },
    {
      person_id: ['uuid', (posting) => ids.person.of(posting.personExternalId)],
      unit_id: ['uuid', (posting) => ids.unit.of(posting.unitPath)],
      leadership_level_id: ['uuid', (posting) => ids.level.orNull(posting.leadershipLevel)],
      manager_id: ['uuid', (posting) => ids.person.orNull(posting.managerExternalId)],
      valid_from: ['date', (posting) => posting.from],
      valid_to: ['date', (posting) => posting.to],
    },
    people.flatMap(postingsOf),
  );
}

/** What follows from the directory, being a participant or a manager, is not granted. */
const DERIVED: readonly string[] = ['PARTICIPANT'];

async function insertGrants(tx: EntityManager, { accounts }: Demo, ids: DemoIds): Promise<void> {
  const grants = accounts.flatMap(({ personExternalId, roles, permissions }) =>
    [...roles, ...permissions]
      .filter((role) => !DERIVED.includes(role))
      .map((role) => ({ personId: ids.person.of(personExternalId), role })),
  );
  await insertRows(
    tx,
    { table: 'role_grant', organizationId: ids.organizationId },
    { person_id: ['uuid', ({ personId }) => personId], role: ['text', ({ role }) => role] },
    grants,
  );
}
