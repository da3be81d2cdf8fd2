import { staffId } from './company/people.js';
import { STAFF } from './company/company.js';
import { isExecutiveOn, postingOn } from './company/service.js';
import type { DemoAccount, DemoCohort, DemoPerson, IsoDay } from './demo.js';

/** Who signs in to look around: one person for each way of using the product. */
export function accountsFor(
  executives: readonly DemoPerson[],
  cohorts: readonly DemoCohort[],
  today: IsoDay,
): readonly DemoAccount[] {
  const participant = participantAmong(executives, cohorts, today);
  const manager = postingOn(participant, today)?.managerExternalId ?? participant.externalId;
  return [
    {
      key: 'designer',
      description: 'Head of leadership development: sets up people, direction, rounds, programs and cohorts.',
      personExternalId: staffByKey('lead-designer'),
      roles: ['ADMINISTRATOR', 'DESIGNER'],
      permissions: ['READINESS_VIEW_NAMED', 'IMPORT_RATINGS'],
    },
    {
      key: 'viewer',
      description: 'Chief of staff to the chief executive: sees readiness and goals, nobody by name.',
      personExternalId: staffByKey('chief-of-staff'),
      roles: ['EXECUTIVE_VIEWER'],
      permissions: [],
    },
    {
      key: 'manager',
      description: 'Leads a team of executives and is developed too: sees own record and the reports’.',
      personExternalId: manager,
      roles: ['PARTICIPANT'],
      permissions: [],
    },
    {
      key: 'participant',
      description: 'Has completed a program and reports to the manager above: sees own record only.',
      personExternalId: participant.externalId,
      roles: ['PARTICIPANT'],
      permissions: [],
    },
    {
      key: 'facilitator',
      description: 'Runs sessions of the cohorts assigned to them.',
      personExternalId: staffByKey('facilitator-1'),
      roles: ['FACILITATOR'],
      permissions: [],
    },
  ];
}

const staffByKey = (key: (typeof STAFF)[number]['key']): string =>
  staffId(STAFF.findIndex((staff) => staff.key === key));

/** Somebody who completed a cohort, has been in one place throughout, and reports to a leader outside the committee. */
function participantAmong(
  executives: readonly DemoPerson[],
  cohorts: readonly DemoCohort[],
  today: IsoDay,
): DemoPerson {
  const byId = new Map(executives.map((person) => [person.externalId, person]));
  const completed = cohorts.flatMap(({ enrollments }) =>
    enrollments.filter(({ status }) => status === 'COMPLETED'),
  );
  const people = completed
    .map(({ personExternalId }) => byId.get(personExternalId))
    .filter((person) => person !== undefined)
    .filter((person) => isExecutiveOn(person, today));
  const settled = people.find((person) => {
    const manager = byId.get(postingOn(person, today)?.managerExternalId ?? '');
    return person.postings.length === 1 && manager !== undefined && !/^(Chief|President)/.test(manager.title);
  });
  const found = settled ?? people[0] ?? executives.at(-1);
  if (!found) throw new RangeError('Nobody is there to sign in');
  return found;
}
