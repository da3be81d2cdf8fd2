import type { BrokenRule } from '@alidade/cohorts';
import type { Loaders } from '../../loaders.js';
import { inWords } from '../sentences.js';
import type { InPlan } from './plans.queries.js';
import type { PlacementAlternativeType, UnplacedType } from './plans.types.js';
import { unplacedSentences } from './unplaced-reasons.js';

const named = async (sentence: string, loaders: Loaders): Promise<string> =>
  inWords(sentence, await loaders.namesInSentence.load(sentence));

export const sentencesOf = (rules: readonly BrokenRule[], loaders: Loaders): Promise<readonly string[]> =>
  Promise.all(rules.map(({ sentence }) => named(sentence, loaders)));

export async function alternativesOf(
  { runId, executiveId }: InPlan,
  loaders: Loaders,
): Promise<readonly PlacementAlternativeType[]> {
  const { alternatives } = await loaders.whyInPlan.load({ runId, executiveId });
  return alternatives.flatMap(({ cohort, objectiveChange, brokenRules }) =>
    cohort === null ? [] : [{ cohortId: cohort, difference: objectiveChange, brokenRules }],
  );
}

export async function reasonsOfUnplaced(
  { runId, executiveId }: InPlan,
  loaders: Loaders,
): Promise<readonly string[]> {
  const why = await loaders.whyInPlan.load({ runId, executiveId });
  return Promise.all(unplacedSentences(why).map((sentence) => named(sentence, loaders)));
}

export async function unplacedIn(
  loaders: Loaders,
  runId: string,
  executiveIds: readonly string[] | null | undefined,
): Promise<readonly UnplacedType[]> {
  const ids = await loaders.unplacedOfRun.load(runId);
  return ids
    .filter((executiveId) => executiveIds?.includes(executiveId) ?? true)
    .map((executiveId) => ({ runId, executiveId }));
}
