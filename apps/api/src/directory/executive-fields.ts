import type { Viewer } from '@alidade/access';
import type { Loaders } from '../loaders.js';
import type { ExecutiveType, LeadershipLevelType, OrgUnitType, PersonType } from './directory.types.js';
import type { HeldPosting } from './postings.queries.js';

/** The fields of an executive, each on the day the executive was asked for. */
type FieldOf<Value> = (executive: ExecutiveType, viewer: Viewer, loaders: Loaders) => Promise<Value>;

const dayOf = ({ day }: ExecutiveType, { today }: Viewer): string => day ?? today;

async function personOnDay(loaders: Loaders, personId: string, day: string): Promise<PersonType> {
  const { id, name, title } = await loaders.person.load(personId);
  return { id, name, title, day };
}

export const personOf: FieldOf<PersonType> = (executive, viewer, loaders) =>
  personOnDay(loaders, executive.personId, dayOf(executive, viewer));

const postingOf: FieldOf<HeldPosting> = async (executive, viewer, loaders) => {
  const { personId } = executive;
  const posting = await loaders.heldPosting.load({ personId, day: dayOf(executive, viewer) });
  if (!posting) throw new Error('An executive who never held a posting at a leadership level');
  return posting;
};

export const levelOf: FieldOf<LeadershipLevelType> = async (executive, viewer, loaders) => {
  const { leadershipLevelId } = await postingOf(executive, viewer, loaders);
  const levels = await loaders.leadershipLevels.load(viewer.organizationId);
  const level = levels.find(({ id }) => id === leadershipLevelId);
  if (!level) throw new Error('A posting at a level that is gone');
  return level;
};

export const unitOf: FieldOf<OrgUnitType> = async (executive, viewer, loaders) => {
  const { unitId } = await postingOf(executive, viewer, loaders);
  const unit = (await loaders.unitTree.load(dayOf(executive, viewer))).byId.get(unitId);
  if (!unit) throw new Error('A posting in a unit that is gone');
  return unit;
};

export const managerOf: FieldOf<PersonType | null> = async (executive, viewer, loaders) => {
  const { managerId } = await postingOf(executive, viewer, loaders);
  return managerId === null ? null : personOnDay(loaders, managerId, dayOf(executive, viewer));
};
