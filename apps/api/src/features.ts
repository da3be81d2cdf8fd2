import { AccessModule } from './access/access.module.js';
import { AssessmentsModule } from './assessments/assessments.module.js';
import { CapabilitiesModule } from './capabilities/capabilities.module.js';
import { CohortDesignModule } from './cohort-design/cohort-design.module.js';
import { DirectionModule } from './direction/direction.module.js';
import { DirectoryModule } from './directory/directory.module.js';
import { GainsModule } from './gains/gains.module.js';
import { GoalsModule } from './goals/goals.module.js';
import { PlansModule } from './plans/plans.module.js';
import { ProgramsModule } from './programs/programs.module.js';
import { ReadinessModule } from './readiness/readiness.module.js';

/** Everything the product does, without the API: the worker and the API are both made of these. */
export const FEATURES = [
  DirectoryModule,
  AccessModule,
  CapabilitiesModule,
  DirectionModule,
  AssessmentsModule,
  ReadinessModule,
  ProgramsModule,
  PlansModule,
  CohortDesignModule,
  GainsModule,
  GoalsModule,
];
