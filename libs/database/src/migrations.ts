import { CreatePlatform1795525200000 } from './migrations/1795525200000-create-platform.js';
import { CreateDirectory1795525200001 } from './migrations/1795525200001-create-directory.js';
import { CreateCapabilities1795525200002 } from './migrations/1795525200002-create-capabilities.js';
import { CreateDirection1795525200003 } from './migrations/1795525200003-create-direction.js';
import { CreateAssessments1795532400000 } from './migrations/1795532400000-create-assessments.js';
import { CreateReadiness1795532400001 } from './migrations/1795532400001-create-readiness.js';
import { CreatePrograms1795532400002 } from './migrations/1795532400002-create-programs.js';
import { CreateGoals1795532400003 } from './migrations/1795532400003-create-goals.js';
import { ShowMigrations1795536000000 } from './migrations/1795536000000-show-migrations.js';
import { NarrowReadinessCauses1795536000001 } from './migrations/1795536000001-narrow-readiness-causes.js';
import { AskRaters1795539337000 } from './migrations/1795539337000-ask-raters.js';
import { CreateCohortDesign1795539444000 } from './migrations/1795539444000-create-cohort-design.js';
import { KeepPostingsApart1795540787000 } from './migrations/1795540787000-keep-postings-apart.js';
import { CreatePlans1795541459000 } from './migrations/1795541459000-create-plans.js';
import { AddPlanTemplates1795541692000 } from './migrations/1795541692000-add-plan-templates.js';
import { AddEvidenceFiles1795541693000 } from './migrations/1795541693000-add-evidence-files.js';
import { NameCriticalRoles1795541700000 } from './migrations/1795541700000-name-critical-roles.js';
import { LightenReadinessFacts1795544293000 } from './migrations/1795544293000-lighten-readiness-facts.js';
import { CloseGoals1795544661000 } from './migrations/1795544661000-close-goals.js';

/** In the order of their time stamps. */
export const migrations = [
  CreatePlatform1795525200000,
  CreateDirectory1795525200001,
  CreateCapabilities1795525200002,
  CreateDirection1795525200003,
  CreateAssessments1795532400000,
  CreateReadiness1795532400001,
  CreatePrograms1795532400002,
  CreateGoals1795532400003,
  ShowMigrations1795536000000,
  NarrowReadinessCauses1795536000001,
  AskRaters1795539337000,
  CreateCohortDesign1795539444000,
  KeepPostingsApart1795540787000,
  CreatePlans1795541459000,
  AddPlanTemplates1795541692000,
  AddEvidenceFiles1795541693000,
  NameCriticalRoles1795541700000,
  LightenReadinessFacts1795544293000,
  CloseGoals1795544661000,
];
