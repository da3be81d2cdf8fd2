import { GrantableRole } from '@alidade/access';
import type { Capability } from '@alidade/database';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestExecutive, TestOrganization } from './organization.js';
import type { Program } from './program.js';
import { importWhen, upload } from './upload.js';

const CREATE = 'mutation Create($input: CreateRoundInput!) { createAssessmentRound(input: $input) { id } }';
const READ = `query Read($id: ID!) { assessmentRound(id: $id) { status asked answered declined evidenceOn } }`;
const PATIENCE_MS = 30_000;

type Move = 'openAssessmentRound' | 'closeAssessmentRound' | 'releaseAssessmentRound';
/** subject, rater, group, capability code, level */
type RatingRow = readonly string[];

/** Rounds as a designer who may import ratings runs them, over HTTP; a worker must be running for imports and releases. */
export class Rounds {
  constructor(
    private readonly program: Program,
    readonly token: string,
  ) {}

  tryToCreate(executives: readonly TestExecutive[], capabilities: readonly Capability[], more: object = {}) {
    const input = {
      name: `Round ${crypto.randomUUID()}`,
      occasion: 'BASELINE',
      opensOn: '2026-03-01',
      closesOn: '2026-03-31',
      capabilityIds: capabilities.map(({ id }) => id),
      executiveIds: executives.map(({ executiveId }) => executiveId),
      imported: true,
      ...more,
    };
    return this.program.as(this.token, CREATE, { input });
  }

  /** @returns the id of the round */
  async create(...of: Parameters<Rounds['tryToCreate']>): Promise<string> {
    return (await this.tryToCreate(...of)).data.createAssessmentRound.id;
  }

  async open(...of: Parameters<Rounds['tryToCreate']>): Promise<string> {
    const id = await this.create(...of);
    await this.move('openAssessmentRound', id);
    return id;
  }

  /** @returns the codes of what went wrong */
  async move(move: Move, id: string): Promise<string[]> {
    const document = `mutation Move($id: ID!) { ${move}(id: $id) { id } }`;
    return (await this.program.as(this.token, document, { id })).codes;
  }

  async read(id: string): Promise<any> {
    return (await this.program.as(this.token, READ, { id })).data.assessmentRound;
  }

  /** @returns the ended import */
  async upload(roundId: string, rows: readonly RatingRow[]): Promise<any> {
    const header = 'subject_external_id,rater,rater_group,capability_code,level';
    const file = [header, ...rows.map((row) => row.join(','))].join('\n');
    const { body } = await upload(this.program, this.token, `ratings?roundId=${roundId}`, { file });
    return importWhen(this.program, this.token, body.importId);
  }

  /** Closes it, unless it is, asks for its release and waits until that has happened. */
  async release(id: string, { closed = false } = {}): Promise<any> {
    if (!closed) await this.move('closeAssessmentRound', id);
    await this.move('releaseAssessmentRound', id);
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const round = await this.read(id);
      if (round.status === 'RELEASED') return round;
      if (Date.now() > deadline) throw new Error(`The round stayed ${round.status}`);
      // oxlint-disable-next-line no-await-in-loop
      await pause(20);
    }
  }
}

export async function roundInOrganization(program: Program, org: TestOrganization): Promise<Rounds> {
  return new Rounds(program, await org.tokenOf([GrantableRole.Designer, GrantableRole.ImportRatings]));
}
