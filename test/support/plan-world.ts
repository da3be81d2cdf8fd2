import { OutboxMail } from '@alidade/database';
import type { Capability, LeadershipLevel, Unit } from '@alidade/database';
import type { TestExecutive, TestOrganization, TestPerson } from './organization.js';
import { Program } from './program.js';
import { evidence, factsMade } from './readiness.js';

const PLAN = `id status version allows statusSince completedOn
  executive { id } reviewer { id } balance { kind actions share guide }
  history { act status comment person { id } }
  goals { id state title carriedFromId template { version linked program { title } cohort { name } } success targetLevel dueOn startLevel currentLevel startEvidence { level evidenceOn }
    capability { code } strategies { title }
    reasons { strategy { title } requirement { requiredLevel weight } strategyWeight gap points }
    proposedActions { title } progress { actions done } result { change level { level evidenceOn } }
    actions { id kind title status dueOn evidence supportWanted supportFrom { id } evidenceItems { kind content addedBy { id } } } }`;
export const START = `mutation Start($executiveId: ID!) { startPlan(executiveId: $executiveId) { ${PLAN} } }`;
export const SET = `mutation Set($planId: ID!, $v: Int!, $goals: [PlanGoalInput!]!) {
  setPlanGoals(planId: $planId, expectedVersion: $v, goals: $goals) { ${PLAN} } }`;
export const MINE = `{ myPlan { ${PLAN} } }`;
export const ADD = `mutation Add($goalId: ID!, $kind: ActionKind!, $title: String!, $dueOn: Date, $supportFromId: ID, $supportWanted: String) {
  addPlanAction(goalId: $goalId, kind: $kind, title: $title, dueOn: $dueOn, supportFromId: $supportFromId, supportWanted: $supportWanted) { id title status } }`;
export const RECORD = `mutation Record($actionId: ID!, $status: ActionStatus!, $evidence: String, $link: String) {
  recordPlanProgress(actionId: $actionId, status: $status, evidence: $evidence, link: $link) { id status evidence evidenceItems { kind content } } }`;
export const COMMENT =
  'mutation Say($id: ID!, $comment: String!) { commentOnPlan(id: $id, comment: $comment) { id } }';
export const TO_REVIEW = '{ plansToReview { id } }';

export const TODAY = new Date().toISOString().slice(0, 10);

interface Parts {
  readonly program: Program;
  readonly org: TestOrganization;
  readonly unit: Unit;
  readonly level: LeadershipLevel;
  readonly pricing: Capability;
  readonly coaching: Capability;
  readonly data: Capability;
  /** Of the manager. */
  readonly boss: TestExecutive;
  readonly manager: TestExecutive;
}

/**
 * An organization with two strategies. Growth (weight 2): pricing 4 (weight 2), coaching 3, service 3. Integrity
 * (weight 1): coaching 4 (weight 5), data 3.
 */
export class PlanWorld implements AsyncDisposable {
  private constructor(readonly parts: Parts) {}

  static async start(): Promise<PlanWorld> {
    const program = await Program.start();
    const org = await program.organization();
    const unit = await org.unit();
    const level = await org.level();
    const pricing = await org.capability('pricing');
    const coaching = await org.capability('coaching');
    const data = await org.capability('data');
    const growth = [
      [pricing, 4, { weight: 2 }],
      [coaching, 3],
      [await org.capability('service'), 3],
    ] as const;
    await org.strategy('Growth', growth, 2);
    await org.strategy('Integrity', [
      [coaching, 4, { weight: 5 }],
      [data, 3],
    ]);
    const boss = await org.executive('Boss', { unit, level });
    const manager = await org.executive('Manager', { unit, level, manager: boss });
    return new PlanWorld({ program, org, unit, level, pricing, coaching, data, boss, manager });
  }

  /** Who reports to the manager, at pricing 2.5, coaching 3, data 2.9; service was never assessed. */
  async someone(more: { readonly manager?: TestPerson } = {}): Promise<TestExecutive> {
    const { program, org, unit, level, manager, pricing, coaching, data } = this.parts;
    const name = `Person ${crypto.randomUUID()}`;
    const executive = await org.executive(name, { unit, level, manager, ...more });
    for (const [capability, value] of [
      [pricing, 2.5],
      [coaching, 3],
      [data, 2.9],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop
      await evidence(org, executive, capability, { level: value, evidenceOn: TODAY });
    await factsMade(program, org);
    return executive;
  }

  async started({ executiveId, token }: TestExecutive): Promise<any> {
    return (await this.parts.program.as(token, START, { executiveId })).data.startPlan;
  }

  async planOf({ token }: TestExecutive): Promise<any> {
    return (await this.parts.program.as(token, MINE)).data.myPlan;
  }

  move(token: string, name: string, { id, version }: { id: string; version: number }, comment?: string) {
    const more = comment ? [', $comment: String!', ', comment: $comment'] : ['', ''];
    const document = `mutation Move($id: ID!, $v: Int!${more[0]}) {
      ${name}(id: $id, expectedVersion: $v${more[1]}) { ${PLAN} } }`;
    return this.parts.program.as(token, document, { id, v: version, comment });
  }

  async mailsTo({ organizationId, personId }: TestPerson): Promise<readonly string[]> {
    const mails = await this.parts.org.within((tx) => tx.findBy(OutboxMail, { organizationId, personId }));
    return mails.map(({ subject, body }) => `${subject}\n${body}`);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.parts.program[Symbol.asyncDispose]();
  }
}
