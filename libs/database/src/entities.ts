import { AssessmentRound } from './entities/assessments/assessment-round.entity.js';
import { LevelEvidence } from './entities/assessments/level-evidence.entity.js';
import { RatingRequest } from './entities/assessments/rating-request.entity.js';
import { Rating } from './entities/assessments/rating.entity.js';
import { ReleasedScore } from './entities/assessments/released-score.entity.js';
import { RoundCapability } from './entities/assessments/round-capability.entity.js';
import { RoundReliability } from './entities/assessments/round-reliability.entity.js';
import { RoundSubject } from './entities/assessments/round-subject.entity.js';
import { Capability } from './entities/capabilities/capability.entity.js';
import { FrameworkVersion } from './entities/capabilities/framework-version.entity.js';
import { Framework } from './entities/capabilities/framework.entity.js';
import { LevelAnchor } from './entities/capabilities/level-anchor.entity.js';
import { CohortDesignCandidate } from './entities/cohort-design/cohort-design-candidate.entity.js';
import { CohortDesignCohort } from './entities/cohort-design/cohort-design-cohort.entity.js';
import { CohortDesign } from './entities/cohort-design/cohort-design.entity.js';
import { CohortRunPlacement } from './entities/cohort-design/cohort-run-placement.entity.js';
import { CohortRunProblem } from './entities/cohort-design/cohort-run-problem.entity.js';
import { CohortRun } from './entities/cohort-design/cohort-run.entity.js';
import { DesignedEnrollment } from './entities/cohort-design/designed-enrollment.entity.js';
import { Requirement } from './entities/direction/requirement.entity.js';
import { StrategyVersion } from './entities/direction/strategy-version.entity.js';
import { Strategy } from './entities/direction/strategy.entity.js';
import { Executive } from './entities/directory/executive.entity.js';
import { LeadershipLevel } from './entities/directory/leadership-level.entity.js';
import { PersonDiversity } from './entities/directory/person-diversity.entity.js';
import { PersonIdentity } from './entities/directory/person-identity.entity.js';
import { Person } from './entities/directory/person.entity.js';
import { Posting } from './entities/directory/posting.entity.js';
import { UnavailablePeriod } from './entities/directory/unavailable-period.entity.js';
import { UnitAncestor } from './entities/directory/unit-ancestor.entity.js';
import { UnitPlacement } from './entities/directory/unit-placement.entity.js';
import { Unit } from './entities/directory/unit.entity.js';
import { AlignmentGoal } from './entities/goals/alignment-goal.entity.js';
import { AuditEntry } from './entities/platform/audit-entry.entity.js';
import { IdempotentWrite } from './entities/platform/idempotent-write.entity.js';
import { ImportFile } from './entities/platform/import-file.entity.js';
import { ImportPart } from './entities/platform/import-part.entity.js';
import { JobContent } from './entities/platform/job-content.entity.js';
import { Job } from './entities/platform/job.entity.js';
import { OrganizationSetting } from './entities/platform/organization-setting.entity.js';
import { Organization } from './entities/platform/organization.entity.js';
import { OutboxHead } from './entities/platform/outbox-head.entity.js';
import { OutboxMail } from './entities/platform/outbox-mail.entity.js';
import { Policy } from './entities/platform/policy.entity.js';
import { CapabilityPlan } from './entities/plans/capability-plan.entity.js';
import { PlanAction } from './entities/plans/plan-action.entity.js';
import { PlanEntry } from './entities/plans/plan-entry.entity.js';
import { PlanEvidence } from './entities/plans/plan-evidence.entity.js';
import { PlanGoalReason } from './entities/plans/plan-goal-reason.entity.js';
import { PlanGoal } from './entities/plans/plan-goal.entity.js';
import { DevelopmentAction } from './entities/plans/development-action.entity.js';
import { PlanDigest } from './entities/plans/plan-digest.entity.js';
import { PlanEvidencePart } from './entities/plans/plan-evidence-part.entity.js';
import { PlanTemplateLink } from './entities/plans/plan-template-link.entity.js';
import { PlanTemplateVersion } from './entities/plans/plan-template-version.entity.js';
import { PlanTemplate } from './entities/plans/plan-template.entity.js';
import { TemplateAction } from './entities/plans/template-action.entity.js';
import { TemplateGoal } from './entities/plans/template-goal.entity.js';
import { CohortLeadershipLevel } from './entities/programs/cohort-leadership-level.entity.js';
import { Cohort } from './entities/programs/cohort.entity.js';
import { Enrollment } from './entities/programs/enrollment.entity.js';
import { ProgramDevelopment } from './entities/programs/program-development.entity.js';
import { Program } from './entities/programs/program.entity.js';
import { CriticalRole } from './entities/readiness/critical-role.entity.js';
import { LevelFact } from './entities/readiness/level-fact.entity.js';
import { ReadinessCause } from './entities/readiness/readiness-cause.entity.js';
import { ReadinessFact } from './entities/readiness/readiness-fact.entity.js';
import { ReadinessTally } from './entities/readiness/readiness-tally.entity.js';
import { Credential } from './entities/sign-in/credential.entity.js';
import { LinkedAccount } from './entities/sign-in/linked-account.entity.js';
import { RoleGrantUnit } from './entities/sign-in/role-grant-unit.entity.js';
import { RoleGrant } from './entities/sign-in/role-grant.entity.js';

/** Every table there is; each entity names its owner, the one part that writes it. */
export const entities = [
  AlignmentGoal,
  AssessmentRound,
  AuditEntry,
  Capability,
  CapabilityPlan,
  Cohort,
  CohortDesign,
  CohortDesignCandidate,
  CohortDesignCohort,
  CohortLeadershipLevel,
  CohortRun,
  CohortRunPlacement,
  CohortRunProblem,
  Credential,
  DesignedEnrollment,
  DevelopmentAction,
  Enrollment,
  Executive,
  Framework,
  FrameworkVersion,
  IdempotentWrite,
  ImportFile,
  ImportPart,
  Job,
  JobContent,
  LeadershipLevel,
  LevelAnchor,
  LevelEvidence,
  CriticalRole,
  LevelFact,
  LinkedAccount,
  Organization,
  OrganizationSetting,
  OutboxHead,
  OutboxMail,
  Person,
  PersonDiversity,
  PersonIdentity,
  PlanAction,
  PlanDigest,
  PlanEntry,
  PlanEvidence,
  PlanEvidencePart,
  PlanGoal,
  PlanGoalReason,
  PlanTemplate,
  PlanTemplateLink,
  PlanTemplateVersion,
  Policy,
  Posting,
  Program,
  ProgramDevelopment,
  Rating,
  RatingRequest,
  ReadinessCause,
  ReadinessFact,
  ReadinessTally,
  ReleasedScore,
  Requirement,
  RoleGrant,
  RoleGrantUnit,
  RoundCapability,
  RoundReliability,
  RoundSubject,
  Strategy,
  StrategyVersion,
  TemplateAction,
  TemplateGoal,
  UnavailablePeriod,
  Unit,
  UnitAncestor,
  UnitPlacement,
];
