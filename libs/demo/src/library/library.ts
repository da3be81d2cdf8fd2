import type { DemoDevelopmentAction } from '../demo.js';
import { BUILD_PEOPLE_ACTIONS } from './build-people.js';
import { GROW_WITH_CUSTOMERS_ACTIONS } from './grow-with-customers.js';
import { LEAD_CHANGE_ACTIONS } from './lead-change.js';
import { LEAD_WITH_TECHNOLOGY_ACTIONS } from './lead-with-technology.js';
import type { ActionTexts } from './action-text.js';
import { RUN_THE_BUSINESS_ACTIONS } from './run-the-business.js';
import { SET_DIRECTION_ACTIONS } from './set-direction.js';

const TEXTS: readonly ActionTexts[] = [
  ...SET_DIRECTION_ACTIONS,
  ...GROW_WITH_CUSTOMERS_ACTIONS,
  ...LEAD_CHANGE_ACTIONS,
  ...BUILD_PEOPLE_ACTIONS,
  ...RUN_THE_BUSINESS_ACTIONS,
  ...LEAD_WITH_TECHNOLOGY_ACTIONS,
];

/** What leaders of this organization have found to develop each capability: most on the job, some with others, one to learn. */
export const developmentActions = (): readonly DemoDevelopmentAction[] =>
  TEXTS.flatMap(({ capabilityCode, experience, exposure, education }) => [
    ...experience.map((title) => ({ capabilityCode, kind: 'EXPERIENCE' as const, title })),
    ...exposure.map((title) => ({ capabilityCode, kind: 'EXPOSURE' as const, title })),
    ...education.map((title) => ({ capabilityCode, kind: 'EDUCATION' as const, title })),
  ]);
