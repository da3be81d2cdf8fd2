import { executiveId } from '../company/people.js';
import { BUSINESS_UNITS, LEADERSHIP_LEVELS } from '../company/company.js';
import type { Seat } from '../company/seats.js';
import { isoDay, offsetMonths } from '../days.js';
import type { DayNumber } from '../days.js';
import type { DemoRequirement, DemoStatement } from '../demo.js';
import type { OwnerSeat, RequirementText, StatementText } from './statement-text.js';
import { STRATEGIES } from './strategies.js';
import { VALUES_AND_VISION } from './values-and-vision.js';

/** The company's strategies, values and vision, owned by who holds the seats; dated from the first of a month. */
export function statementsFor(seats: readonly Seat[], today: DayNumber): readonly DemoStatement[] {
  return [...STRATEGIES, ...VALUES_AND_VISION].map(
    ({ key, kind, title, narrative, weight, owner, ...text }) => ({
      key,
      kind,
      title,
      narrative,
      weight,
      ownerExternalId: executiveId(seats.findIndex((seat) => seat.title === titleOf(owner))),
      versions: versionsOf(text, today),
    }),
  );
}

function versionsOf(
  {
    effectiveMonths,
    requirements,
    revision,
  }: Pick<StatementText, 'effectiveMonths' | 'requirements' | 'revision'>,
  today: DayNumber,
): DemoStatement['versions'] {
  const texts = [{ effectiveMonths, requirements }, ...(revision ? [revision] : [])];
  return texts.map((version) => ({
    effectiveFrom: `${isoDay(offsetMonths(today, version.effectiveMonths)).slice(0, 7)}-01`,
    requirements: version.requirements.flatMap(requirementsOf),
  }));
}

function requirementsOf({
  capabilityCode,
  required,
  weight,
  critical = false,
}: RequirementText): DemoRequirement[] {
  if (typeof required === 'number')
    return [{ capabilityCode, leadershipLevel: null, requiredLevel: required, weight, critical }];
  return LEADERSHIP_LEVELS.flatMap((leadershipLevel, rank) => {
    const requiredLevel = required[rank] ?? null;
    return requiredLevel === null
      ? []
      : [{ capabilityCode, leadershipLevel, requiredLevel, weight, critical }];
  });
}

const TITLES: Readonly<Record<string, string>> = {
  'chief-executive': 'Chief Executive Officer',
  'chief-financial-officer': 'Chief Financial Officer',
  'chief-people-officer': 'Chief People Officer',
  'chief-technology-officer': 'Chief Technology Officer',
};

const titleOf = (owner: OwnerSeat): string =>
  TITLES[owner] ?? `President, ${BUSINESS_UNITS[Number(owner.slice('president-'.length))]?.name}`;
