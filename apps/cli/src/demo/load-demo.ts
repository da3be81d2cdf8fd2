import { Organization, ReadinessCause, registerOrganization, SINCE_EVER, slugOf } from '@alidade/database';
import { generateDemo } from '@alidade/demo';
import type { Demo } from '@alidade/demo';
import type { DataSource } from 'typeorm';
import { insertCriticalRoles } from './critical-role-rows.js';
import { DemoIds } from './demo-ids.js';
import { insertDirection } from './direction-rows.js';
import { insertDirectory } from './directory-rows.js';
import { insertFramework } from './framework-rows.js';
import { insertLibrary } from './library-rows.js';
import { insertOpenRound } from './open-round-rows.js';
import { askForGoals } from './goal-rows.js';
import { insertPrograms } from './program-rows.js';
import { insertRounds } from './round-rows.js';

export const SMALL_DEMO = { executives: 240, seed: 1 } as const;

/** Of this machine, in UTC: a made-up history may end on it. */
export const today = (): string => new Date().toISOString().slice(0, 10);

export interface DemoSize {
  readonly executives: number;
  readonly seed: number;
  /** ISO 8601; the history ends on it. */
  readonly today: string;
}

export interface LoadedDemo {
  readonly organization: Organization;
  readonly demo: Demo;
  readonly ids: DemoIds;
}

type Tell = (sentence: string) => void;

/**
 * Writes a demo organization, all in one transaction; where its name is taken, with a number behind it. Its rounds
 * are closed and their release is asked for: levels, readiness and goals come about as soon as a worker runs.
 * @param tell  takes what is being done, for a large one
 */
export async function loadDemo(
  owner: DataSource,
  size: DemoSize,
  tell: Tell = () => undefined,
): Promise<LoadedDemo> {
  const demo = generateDemo(size);
  const { timeZone } = demo.organization;
  const name = await freeName(owner, demo.organization.name);
  const ids = await registerOrganization(owner, { name, timeZone }, async (tx, organizationId) => {
    const known = new DemoIds(organizationId);
    await insertDirectory(tx, demo, known);
    await insertFramework(tx, demo, known);
    await insertDirection(tx, demo, known);
    await insertCriticalRoles(tx, organizationId);
    await insertPrograms(tx, demo, known);
    await insertLibrary(tx, demo, known);
    await insertRounds(tx, { demo, ids: known, tell });
    await insertOpenRound(tx, demo, known);
    await tx.insert(ReadinessCause, { organizationId, validFrom: SINCE_EVER, executiveId: null });
    await askForGoals(tx, demo, known);
    return known;
  });
  const { organizationId: id } = ids;
  return { organization: await owner.getRepository(Organization).findOneByOrFail({ id }), demo, ids };
}

async function freeName(owner: DataSource, wanted: string): Promise<string> {
  const taken = new Set((await owner.getRepository(Organization).find()).map(({ slug }) => slug));
  let name = wanted;
  for (let number = 2; taken.has(slugOf(name)); number += 1) name = `${wanted} ${number}`;
  return name;
}
