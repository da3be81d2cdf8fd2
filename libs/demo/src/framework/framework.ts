import { BUILD_PEOPLE } from './build-people.js';
import type { CapabilityGroupText } from './capability-text.js';
import { GROW_WITH_CUSTOMERS } from './grow-with-customers.js';
import { LEAD_CHANGE } from './lead-change.js';
import { LEAD_WITH_TECHNOLOGY } from './lead-with-technology.js';
import { RUN_THE_BUSINESS } from './run-the-business.js';
import { SET_DIRECTION } from './set-direction.js';

export const LEVEL_NAMES = ['Awareness', 'Basic', 'Intermediate', 'Advanced', 'Expert'] as const;

export const CAPABILITY_GROUPS: readonly CapabilityGroupText[] = [
  SET_DIRECTION,
  LEAD_CHANGE,
  RUN_THE_BUSINESS,
  GROW_WITH_CUSTOMERS,
  BUILD_PEOPLE,
  LEAD_WITH_TECHNOLOGY,
];

/** In the order of the framework; tables of levels keep a column for each. */
export const CAPABILITY_CODES: readonly string[] = CAPABILITY_GROUPS.flatMap((group) =>
  group.capabilities.map((capability) => capability.code),
);
