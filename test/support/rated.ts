import { GrantableRole } from '@alidade/access';
import type { Capability } from '@alidade/database';
import type { TestExecutive, TestOrganization, TestPerson } from './organization.js';
import type { Program } from './program.js';
import { Rounds } from './rounds.js';

const SET = `mutation Set($roundId: ID!, $executiveId: ID!, $raters: [RaterInput!]!) {
  setRaters(roundId: $roundId, executiveId: $executiveId, raters: $raters) { id status asked }
}`;
const OWED = `query Owed($statuses: [RatingRequestStatus!]) {
  myRatingRequests(statuses: $statuses) {
    id status group confidentiality isDraft round { id name } subject { id name }
    capabilities { id code name anchors { level description } } answers { capabilityId level comment }
  }
}`;
const ANSWER = (operation: string) => `mutation Answer($requestId: ID!, $ratings: [RatingInput!]!) {
  ${operation}(requestId: $requestId, ratings: $ratings) { id status isDraft answers { capabilityId level comment } }
}`;

export interface RaterSpec {
  readonly group: string;
  readonly personId?: string;
  readonly email?: string;
  readonly name?: string;
}

interface Answer {
  readonly capabilityId: string;
  readonly level: number | null;
  readonly comment?: string;
}

interface Parts {
  readonly program: Program;
  readonly org: TestOrganization;
  readonly rounds: Rounds;
  readonly boss: TestExecutive;
  readonly subject: TestExecutive;
  readonly peers: readonly TestExecutive[];
  readonly reports: readonly TestExecutive[];
  readonly capabilities: readonly Capability[];
}

const inGroup = (group: string, people: readonly TestPerson[]): RaterSpec[] =>
  people.map(({ personId }) => ({ group, personId }));

/** A subject with a manager, three peers and two direct reports, and a designer who runs rounds about them. */
export class RatedTeam {
  readonly program: Program;
  readonly org: TestOrganization;
  readonly rounds: Rounds;
  readonly boss: TestExecutive;
  readonly subject: TestExecutive;
  readonly peers: readonly TestExecutive[];
  readonly reports: readonly TestExecutive[];
  readonly capabilities: readonly Capability[];

  private constructor(parts: Parts) {
    this.program = parts.program;
    this.org = parts.org;
    this.rounds = parts.rounds;
    this.boss = parts.boss;
    this.subject = parts.subject;
    this.peers = parts.peers;
    this.reports = parts.reports;
    this.capabilities = parts.capabilities;
  }

  static async in(program: Program, capabilities = 2): Promise<RatedTeam> {
    const org = await program.organization();
    const unit = await org.unit();
    const level = await org.level();
    const someone = (name: string, manager?: TestPerson) =>
      org.executive(`${name} ${crypto.randomUUID()}`, { unit, level, ...(manager && { manager }) });
    const boss = await someone('Boss');
    const subject = await someone('Ana', boss);
    const peers = [await someone('Rui', boss), await someone('Eva', boss), await someone('Max', boss)];
    const reports = [await someone('Ida', subject), await someone('Leo', subject)];
    const asked: Capability[] = [];
    for (let i = 0; i < capabilities; i += 1)
      // oxlint-disable-next-line no-await-in-loop
      asked.push(await org.capability(`capability-${i + 1}`));
    const rounds = new Rounds(
      program,
      await org.tokenOf([GrantableRole.Designer, GrantableRole.ImportRatings]),
    );
    return new RatedTeam({ program, org, rounds, boss, subject, peers, reports, capabilities: asked });
  }

  /** A draft about the subject, open until a day far away unless told otherwise. */
  create(more: object = {}): Promise<string> {
    return this.rounds.create([this.subject], this.capabilities, {
      imported: false,
      closesOn: '2099-03-31',
      ...more,
    });
  }

  everybody(): RaterSpec[] {
    return [
      ...inGroup('SELF', [this.subject]),
      ...inGroup('MANAGER', [this.boss]),
      ...inGroup('PEER', this.peers),
      ...inGroup('DIRECT_REPORT', this.reports),
    ];
  }

  setRaters(token: string, roundId: string, raters: readonly RaterSpec[]) {
    return this.program.as(token, SET, { roundId, executiveId: this.subject.executiveId, raters });
  }

  /** A round in which everybody of the team is asked. @returns its id */
  async open(more: object = {}, raters: readonly RaterSpec[] = this.everybody()): Promise<string> {
    const roundId = await this.create(more);
    await this.setRaters(this.rounds.token, roundId, raters);
    const codes = await this.rounds.move('openAssessmentRound', roundId);
    if (codes.length > 0) throw new Error(`The round did not open: ${codes.join()}`);
    return roundId;
  }

  async owed(token: string, statuses?: readonly string[]): Promise<any[]> {
    return (await this.program.as(token, OWED, { statuses })).data.myRatingRequests;
  }

  /** The request of this rater in a round. */
  async requestOf(token: string, roundId: string): Promise<any> {
    const all = await this.owed(token, ['OPEN', 'SUBMITTED', 'DECLINED', 'EXPIRED']);
    return all.find(({ round }: any) => round.id === roundId);
  }

  answer(
    token: string,
    operation: 'submitRatings' | 'saveRatingDraft',
    requestId: string,
    ratings: readonly Answer[],
  ) {
    return this.program.as(token, ANSWER(operation), { requestId, ratings });
  }

  /** The same level in every capability, with this comment in the first. */
  async submit(token: string, roundId: string, level: number | null, comment?: string): Promise<string[]> {
    const { id } = await this.requestOf(token, roundId);
    const ratings = this.capabilities.map((capability, i) => ({
      capabilityId: capability.id,
      level,
      ...(i === 0 && comment !== undefined && { comment }),
    }));
    return (await this.answer(token, 'submitRatings', id, ratings)).codes;
  }
}
