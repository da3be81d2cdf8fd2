import type { Capability, Cohort, Unit } from '@alidade/database';
import { expect } from '@jest/globals';
import { aReleasedRound, exactness, manager } from './gains.js';
import type { Released } from './gains.js';
import type { TestExecutive, TestOrganization } from './organization.js';
import type { Program } from './program.js';
import { aCohort, anEnrollment, aProgram } from './programs.js';

export const REPORT = /* GraphQL */ `
  query Report($cohortId: ID, $programId: ID, $strategyId: ID, $preRoundId: ID, $postRoundId: ID) {
    gainReport(
      cohortId: $cohortId
      programId: $programId
      strategyId: $strategyId
      preRoundId: $preRoundId
      postRoundId: $postRoundId
    ) {
      capability {
        code
      }
      participants
      leftOut
      confirmed
      suppressed
      meanPre
      meanPost
      meanGain
      gainLow
      gainHigh
      effects {
        method
        value
        n
        pValue
      }
      comparison {
        executives
        meanPre
        meanPost
      }
      regressionToMean
      improved
      noReliableChange
      declined
      reachedRequired
      raterOverlap
      notes
    }
  }
`;

/** @returns the only field of an answer without errors */
export async function answerTo(
  { program, token }: { readonly program: Program; readonly token: string },
  document: string,
  variables: object = {},
): Promise<any> {
  const { data, errors } = await program.as(token, document, variables);
  expect(errors).toEqual([]);
  return Object.values(data)[0];
}

/** At one leadership level of one unit. */
export async function people(org: TestOrganization, count: number, unit?: Unit): Promise<TestExecutive[]> {
  const at = { unit: unit ?? (await org.unit()), level: await org.level() };
  const found: TestExecutive[] = [];
  for (let i = 0; i < count; i += 1)
    // oxlint-disable-next-line no-await-in-loop
    found.push(await org.executive(`Person ${crypto.randomUUID()}`, at));
  return found;
}

export async function completing(
  org: TestOrganization,
  cohort: Cohort,
  executives: readonly TestExecutive[],
) {
  for (const executive of executives)
    // oxlint-disable-next-line no-await-in-loop
    await anEnrollment(org, cohort, executive, 'COMPLETED');
}

/** The manager's score of each in one capability. */
export const scored = (
  executives: readonly TestExecutive[],
  capability: Capability,
  scoreOf: (index: number) => number,
): Released[] => executives.map((executive, i) => [executive, capability, manager(scoreOf(i))]);

/**
 * Ten who completed (2 or 3, then a level more) and ten others (3 or 4, then half a level more), one rater each:
 * r_xx .5, S_diff = 0.5 · √2 · √.5 = 0.5.
 */
export async function gainsWorld(program: Program) {
  const org = await program.organization();
  const unit = await org.unit();
  const [pricing, selling] = [await org.capability('pricing'), await org.capability('selling')];
  const participants = await people(org, 10, unit);
  const others = await people(org, 10, unit);
  const developing = await aProgram(org, [selling]);
  const cohort = await aCohort(org, {
    programId: developing.id,
    status: 'COMPLETED',
    startsOn: '2025-06-02',
    endsOn: '2025-06-13',
  });
  await completing(org, cohort, participants);
  const both = [pricing, selling];
  const pre = await aReleasedRound(
    org,
    '2025-03-31',
    both.flatMap((c) => [
      ...scored(participants, c, (i) => 2 + (i % 2)),
      ...scored(others, c, (i) => 3 + (i % 2)),
    ]),
  );
  const post = await aReleasedRound(
    org,
    '2025-12-31',
    both.flatMap((c) => [
      ...scored(participants, c, (i) => 3 + (i % 2)),
      ...scored(others, c, (i) => 3.5 + (i % 2)),
    ]),
  );
  for (const capability of both)
    // oxlint-disable-next-line no-await-in-loop
    await exactness(org, pre, capability, { standardDeviation: 0.5, icc: 0.5 });
  const token = await org.designer();
  return { org, unit, token, participants, others, cohort, developing, pricing, selling, pre, post };
}
