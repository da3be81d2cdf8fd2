/** What one executive gained between two rounds, and for whom that is. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AssessmentRound } from '@alidade/database';
import { answerTo } from '../support/gains-world.js';
import { aLevel, aReleasedRound, exactness, manager } from '../support/gains.js';
import { Program } from '../support/program.js';

const GAINS = /* GraphQL */ `
  query Gains($id: ID!, $preRoundId: ID!, $postRoundId: ID!) {
    executive(id: $id) {
      gains(preRoundId: $preRoundId, postRoundId: $postRoundId) {
        capability {
          code
        }
        pre
        post
        gain
        reliableChangeIndex
        change
        reachedRequired
      }
    }
  }
`;

/** MANAGER 2 → 3 and PEER 3 → 4 are in common; r_xx = 4·.5/(1 + 3·.5) = .8, S_diff = 0.6·√2·√.2. */
async function reportOfAnn(program: Program, more: Partial<AssessmentRound> = {}) {
  const org = await program.organization();
  const [pricing, selling] = [await org.capability('pricing'), await org.capability('selling')];
  const boss = await org.executive('Boss');
  const ann = await org.executive('Ann', { manager: boss });
  const pre = await aReleasedRound(
    org,
    '2025-03-31',
    [
      [ann, selling, { PEER: [3, 3] }],
      [ann, pricing, { MANAGER: [2, 1], PEER: [3, 3], DIRECT_REPORT: [5, 4] }],
    ],
    more,
  );
  const post = await aReleasedRound(org, '2025-12-31', [
    [ann, selling, manager(3)],
    [ann, pricing, { MANAGER: [3, 1], PEER: [4, 3], OTHER: [1, 3] }],
  ]);
  await exactness(org, pre, pricing, { standardDeviation: 0.6, icc: 0.5 });
  await org.strategy('Growth', [[pricing, 3]]);
  await org.strategy('Integrity', [[pricing, 3.5]]);
  await aLevel(org, ann, pricing, { level: 3.4, from: '2025-03-31', to: '2025-12-31' });
  await aLevel(org, ann, pricing, { level: 3.5, from: '2025-12-31', to: '2027-06-30' });
  const variables = { id: ann.executiveId, preRoundId: pre.id, postRoundId: post.id };
  return { org, boss, ann, pricing, variables };
}
const ANNS = [
  {
    capability: { code: 'pricing' },
    pre: 2.5,
    post: 3.5,
    gain: 1,
    reliableChangeIndex: expect.closeTo(1 / (0.6 * Math.SQRT2 * Math.sqrt(0.2)), 9),
    change: 'IMPROVED',
    // The strictest is 3.5.
    reachedRequired: true,
  },
];

describe('gains of one executive', () => {
  let program: Program;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());

  const ask = (token: string, document: string, variables?: object) =>
    answerTo({ program, token }, document, variables);

  it('is what the rater groups in common tell, and whether it is more than error', async () => {
    const { org, variables } = await reportOfAnn(program);
    expect((await ask(await org.designer(), GAINS, variables)).gains).toEqual(ANNS);
  });

  it('is for themself and those who may see levels by name there, not for their manager', async () => {
    const { org, boss, ann, variables } = await reportOfAnn(program);
    expect((await ask(ann.token, GAINS, variables)).gains).toEqual(ANNS);
    expect((await program.as(boss.token, GAINS, variables)).codes).toEqual(['NOT_FOUND']);
    const elsewhere = await org.tokenOf(['READINESS_VIEW_NAMED'], [await org.unit()]);
    expect((await program.as(elsewhere, GAINS, variables)).codes).toEqual(['NOT_FOUND']);
  });

  it('is for themself alone where a round was for development', async () => {
    const { org, ann, variables } = await reportOfAnn(program, { purpose: 'DEVELOPMENT' });
    expect((await ask(ann.token, GAINS, variables)).gains).toEqual(ANNS);
    expect((await program.as(await org.designer(), GAINS, variables)).codes).toEqual(['NOT_FOUND']);
  });

  it('is refused between rounds that cannot be compared', async () => {
    const { ann, variables } = await reportOfAnn(program);
    const { preRoundId, postRoundId } = variables;
    const swapped = { ...variables, preRoundId: postRoundId, postRoundId: preRoundId };
    expect((await program.as(ann.token, GAINS, swapped)).codes).toEqual(['INVALID_INPUT']);
    const unknown = { ...variables, preRoundId: crypto.randomUUID() };
    expect((await program.as(ann.token, GAINS, unknown)).codes).toEqual(['NOT_FOUND']);
  });
});
