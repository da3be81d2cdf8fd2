/** To whom gains are shown, what cannot be compared, and what asking costs. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssessmentRound } from '@alidade/database';
import { aRound } from '../support/assessments.js';
import { answerTo, completing, gainsWorld, people, REPORT } from '../support/gains-world.js';
import type { TestExecutive } from '../support/organization.js';
import { Program } from '../support/program.js';
import { aCohort } from '../support/programs.js';

describe('gains shown', () => {
  let program: Program;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const ask = (token: string, document: string, variables?: object) =>
    answerTo({ program, token }, document, variables);
  it('shows figures to those only who may see everybody in them by name', async () => {
    const { org, unit, cohort, others } = await gainsWorld(program);
    const suppressed = {
      participants: 10,
      leftOut: 0,
      confirmed: 10,
      suppressed: true,
      meanPre: null,
      meanPost: null,
      meanGain: null,
      gainLow: null,
      gainHigh: null,
      effects: [],
      comparison: null,
      regressionToMean: null,
      improved: null,
      noReliableChange: null,
      declined: null,
      reachedRequired: null,
      raterOverlap: null,
      notes: [expect.stringContaining('by name')],
    };
    const seenBy = async (token: string) => (await ask(token, REPORT, { cohortId: cohort.id }))[0];
    expect(await seenBy(await org.tokenOf(['EXECUTIVE_VIEWER']))).toMatchObject(suppressed);
    const here = await org.tokenOf(['READINESS_VIEW_NAMED'], [unit]);
    expect(await seenBy(here)).toMatchObject({ suppressed: false, meanGain: 1 });
    // One of those to compare with works elsewhere now.
    await org.within((tx) =>
      tx.query(`UPDATE posting SET valid_to = '2026-01-01' WHERE organization_id = $1 AND person_id = $2`, [
        org.organizationId,
        others[0]?.personId,
      ]),
    );
    await org.post(others[0] as TestExecutive, { level: await org.level(), from: '2026-01-01' });
    expect(await seenBy(here)).toMatchObject(suppressed);
    expect(await seenBy(await org.tokenOf(['READINESS_VIEW_NAMED']))).toMatchObject({ suppressed: false });
  });

  it('refuses what cannot be compared, and says why', async () => {
    const { org, token, cohort, developing, pre, post, participants, pricing } = await gainsWorld(program);
    const elsewhere = await aCohort(await program.organization());
    const refused = async (asked: object) => {
      const { errors } = await program.as(token, REPORT, asked);
      const [{ extensions }] = errors;
      return [extensions.code, (extensions.fields ?? []).map(({ path }: any) => path)];
    };
    const about = { cohortId: cohort.id };
    const round = (more: Partial<AssessmentRound>) => aRound(org, participants, [pricing], more);
    const open = await round({ status: 'OPEN' });
    const released = { status: 'RELEASED', evidenceOn: '2025-01-31' } as const;
    const development = await round({ ...released, purpose: 'DEVELOPMENT' });
    const remembered = await round({ ...released, occasion: 'RETROSPECTIVE' });
    expect(await refused({ ...about, programId: developing.id })).toEqual([
      'INVALID_INPUT',
      ['cohortId', 'programId'],
    ]);
    expect(await refused({ ...about, preRoundId: post.id, postRoundId: pre.id })).toEqual([
      'INVALID_INPUT',
      ['postRoundId'],
    ]);
    for (const { id } of [open, development, remembered])
      // oxlint-disable-next-line no-await-in-loop
      expect(await refused({ ...about, preRoundId: id })).toEqual(['INVALID_INPUT', ['preRoundId']]);
    for (const id of [elsewhere.id, crypto.randomUUID(), 'none'])
      for (const name of ['cohortId', 'programId', 'strategyId', 'preRoundId', 'postRoundId'])
        // oxlint-disable-next-line no-await-in-loop
        expect(await refused({ [name]: id })).toEqual(['NOT_FOUND', []]);
    const named = await ask(token, REPORT, { ...about, preRoundId: pre.id, postRoundId: post.id });
    expect(named).toHaveLength(2);
  });

  it('takes as many statements for many people as for few', async () => {
    const all = /* GraphQL */ `
      query All($preRoundId: ID!, $postRoundId: ID!, $first: Int!) {
        executives(first: $first) {
          edges {
            node {
              gains(preRoundId: $preRoundId, postRoundId: $postRoundId) {
                gain
                capability {
                  code
                }
              }
            }
          }
        }
      }
    `;
    const { org, token, cohort, pre, post } = await gainsWorld(program);
    const rounds = { preRoundId: pre.id, postRoundId: post.id };
    const count = (document: string, variables: object) =>
      program.countQueries(() => ask(token, document, variables));
    expect(await count(all, { ...rounds, first: 20 })).toBe(await count(all, { ...rounds, first: 1 }));
    const few = await aCohort(org, { status: 'COMPLETED', startsOn: '2025-06-02', endsOn: '2025-06-13' });
    await completing(org, few, await people(org, 1));
    expect(await count(REPORT, { cohortId: cohort.id })).toBe(await count(REPORT, { cohortId: few.id }));
  });
});
