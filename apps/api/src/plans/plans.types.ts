import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  ActionKind,
  ActionStatus,
  EvidenceKind,
  PlanAct,
  PlanGoalState,
  PlanStatus,
} from '@alidade/database';
import { CapabilityLevelType } from '../assessments/levels/levels.types.js';
import { RequirementType } from '../direction/direction.types.js';
import { DayScalar, InstantScalar } from '../platform/scalars.js';
import { PlanGoalTemplateType } from './templates/templates.types.js';

registerEnumType(PlanStatus, {
  name: 'PlanStatus',
  description: 'DRAFT → WAITING_FOR_REVIEW → ACTIVE → COMPLETED; a review may return a plan to DRAFT.',
});
registerEnumType(PlanGoalState, {
  name: 'PlanGoalState',
  description: 'At most three goals of a plan are ACTIVE at a time; more are WAITING, in their order.',
});
registerEnumType(PlanAct, { name: 'PlanAct' });
registerEnumType(ActionKind, {
  name: 'ActionKind',
  description:
    'EXPERIENCE: on the job. EXPOSURE: with and from others. EDUCATION: courses, reading, programs.',
});
registerEnumType(ActionStatus, { name: 'ActionStatus' });
registerEnumType(EvidenceKind, { name: 'EvidenceKind' });

@ObjectType('CapabilityPlan', {
  description: "One executive's plan to close gaps that strategies make matter.",
})
export class CapabilityPlanType {
  @Field(() => ID) id: string;
  executiveId: string;
  /** Of the executive. */
  personId: string;
  /** All that it holds, where it was read along with the plan. */
  contents?: PlanContents;
  @Field(() => PlanStatus) status: PlanStatus;
  @Field(() => Int, {
    description:
      'Raised by every change of status and of the goals, not by actions and progress; name it as expectedVersion.',
  })
  version: number;
  @Field(() => DayScalar) startedOn: string;
  @Field(() => DayScalar, { description: 'Since when it has its status.' }) statusSince: string;
  @Field(() => DayScalar, { nullable: true, description: 'Null until completed.' }) completedOn:
    string | null;
}

@ObjectType('PlanEvidence', { description: 'What shows that an action was done, or what came of it.' })
export class PlanEvidenceType {
  @Field(() => ID) id: string;
  @Field(() => EvidenceKind) kind: EvidenceKind;
  @Field(() => String, { description: 'The text; the address of a link; the name of a file.' })
  content: string;
  @Field(() => String, { nullable: true, description: 'Of a file, e.g. application/pdf; else null.' })
  mediaType: string | null;
  @Field(() => Int, { nullable: true, description: 'Length of a file; else null.' }) bytes: number | null;
  @Field(() => InstantScalar) addedAt: Date;
  addedById: string;
}

@ObjectType('PlanAction', { description: 'What somebody does to reach a goal of their plan.' })
export class PlanActionType {
  @Field(() => ID) id: string;
  @Field(() => ActionKind) kind: ActionKind;
  @Field(() => String) title: string;
  @Field(() => ActionStatus) status: ActionStatus;
  @Field(() => DayScalar, { description: 'Since when it has its status.' }) statusSince: string;
  @Field(() => DayScalar, { nullable: true, description: 'Null: no day was set.' }) dueOn: string | null;
  @Field(() => String, { nullable: true, description: 'What support is wanted; null: none was asked for.' })
  supportWanted: string | null;
  supportFromId: string | null;
  @Field(() => ID, { nullable: true, description: 'Of the library; null: not taken from it.' })
  developmentActionId: string | null;
  cohortId: string | null;
  @Field(() => [PlanEvidenceType], { description: 'Texts, links and files, the first recorded first.' })
  evidenceItems: readonly PlanEvidenceType[];
}

@ObjectType('PlanGoalReason', {
  description: 'A requirement that made the goal matter on the day it was set, with what it weighed.',
})
export class PlanGoalReasonType {
  @Field(() => RequirementType) requirement: RequirementType;
  strategyId: string;
  @Field(() => Float, { description: 'Weight of the strategy on that day, > 0.' }) strategyWeight: number;
  @Field(() => Float, { nullable: true, description: 'In levels; null when no level counted.' })
  gap: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'gap × weight of the requirement × strategyWeight; null as gap.',
  })
  points: number | null;
}

@ObjectType('PlanGoalProgress', { description: 'What was done for a goal; no level moves by it.' })
export class PlanGoalProgressType {
  @Field(() => Int, { description: 'Actions that were not dropped.' }) actions: number;
  @Field(() => Int, { description: 'Of these, done.' }) done: number;
}

@ObjectType('PlanGoalResult', { description: 'What a later assessment found.' })
export class PlanGoalResultType {
  @Field(() => CapabilityLevelType) level: CapabilityLevelType;
  @Field(() => Float, {
    nullable: true,
    description: 'Level minus startLevel, in levels; null when there was no level at the start.',
  })
  change: number | null;
}

/** A level together with the evidence behind it. */
export interface EvidencedLevel extends CapabilityLevelType {
  readonly evidenceId: string;
}

@ObjectType('PlanGoal', { description: 'What a plan is to reach.' })
export class PlanGoalType {
  @Field(() => ID) id: string;
  @Field(() => PlanGoalState) state: PlanGoalState;
  @Field(() => String) title: string;
  @Field(() => String, {
    nullable: true,
    description: "What it looks like when it is reached, in the executive's own words; null: not said yet.",
  })
  success: string | null;
  capabilityId: string | null;
  start: EvidencedLevel | null;
  current: EvidencedLevel | null;
  @Field(() => DayScalar, { description: 'The day it was set, on which its start level was frozen.' })
  setOn: string;
  @Field(() => Float, { nullable: true, description: '1..5; null: none was set.' }) targetLevel:
    number | null;
  @Field(() => DayScalar, { nullable: true, description: 'Null: no day was set.' }) dueOn: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Null unless CLOSED.' }) closedOn: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The goal of an earlier plan that this one goes on with; null: a new one.',
  })
  carriedFromId: string | null;
  @Field(() => PlanGoalTemplateType, {
    nullable: true,
    description: "Of a program, where it came from; stays when it is unlinked. Null: somebody's own.",
  })
  template: PlanGoalTemplateType | null;
  @Field(() => [PlanGoalReasonType], {
    description:
      'The requirements behind it on the day it was set, the weightiest first; empty outside the framework.',
  })
  reasons: readonly PlanGoalReasonType[];
  @Field(() => [PlanActionType], { description: 'In the order of adding.' })
  actions: readonly PlanActionType[];
}

@ObjectType('PlanEntry', { description: "A line of a plan's history." })
export class PlanEntryType {
  @Field(() => ID) id: string;
  @Field(() => PlanAct) act: PlanAct;
  @Field(() => PlanStatus, { description: "The plan's after it." }) status: PlanStatus;
  @Field(() => String, { nullable: true, description: 'Null: nothing was said, or its writer was erased.' })
  comment: string | null;
  @Field(() => InstantScalar) at: Date;
  personId: string | null;
}

/** All that a plan holds. */
export interface PlanContents {
  readonly planId: string;
  /** Who reviews it today; null: there is nobody above, so designers do. */
  readonly reviewerId: string | null;
  readonly goals: readonly PlanGoalType[];
  readonly history: readonly PlanEntryType[];
}

@ObjectType('ActionBalance', { description: 'How the actions of a plan spread over one kind.' })
export class ActionBalanceType {
  @Field(() => ActionKind) kind: ActionKind;
  @Field(() => Int, { description: 'Actions that were not dropped.' }) actions: number;
  @Field(() => Float, { nullable: true, description: 'Of all actions, 0..1; null without actions.' })
  share: number | null;
  @Field(() => Float, { description: 'What 70-20-10 suggests, 0..1: a guide, not a rule.' }) guide: number;
}
