import type { EffectSize } from './gain-effects.js';
import { GainNoteCode } from './gain-note.js';
import type { GainNote } from './gain-note.js';
import type { GainPolicy } from './gain-policy.js';
import type { GainQuestion } from './gain-question.js';
import { IndividualChange } from './individual-gain.js';
import { exceeds } from './threshold.js';

/** What a reader of the report must know before believing it. */
export function notesOn(
  question: GainQuestion,
  effects: readonly EffectSize[],
  policy: GainPolicy,
): readonly GainNote[] {
  if (question.participants.length === 0) {
    const sentence = 'Nobody was measured at both occasions by a rater group in common.';
    return [{ code: GainNoteCode.NobodyMeasuredTwice, sentence }];
  }
  return [
    ...onSize(question, effects, policy),
    ...onComparison(question, policy),
    ...onSelection(question),
    ...onJudgement(question),
  ];
}

function onSize(
  { participants }: GainQuestion,
  effects: readonly EffectSize[],
  { leastParticipants, implausibleEffect }: GainPolicy,
): readonly GainNote[] {
  if (participants.length < leastParticipants) {
    const sentence = `Too few for an effect size: ${participants.length} participants, ${leastParticipants} are needed.`;
    return [{ code: GainNoteCode.TooFewForEffect, sentence }];
  }
  if (effects.length === 0) {
    const sentence = 'No effect size: all participants scored alike at first.';
    return [{ code: GainNoteCode.NoSpread, sentence }];
  }
  return effects
    .filter(({ value }) => exceeds(Math.abs(value), implausibleEffect))
    .map(({ method }) => ({
      code: GainNoteCode.CheckTheData,
      sentence: `Check the data: ${method} is beyond ±${implausibleEffect}, larger than leadership training is known to work.`,
    }));
}

function onComparison({ comparison }: GainQuestion, { leastComparison }: GainPolicy): readonly GainNote[] {
  if (comparison === null) {
    const sentence = 'No comparison group: whatever else changed meanwhile is part of the gain.';
    return [{ code: GainNoteCode.NoComparison, sentence }];
  }
  if (comparison.length >= leastComparison) return [];
  const sentence = `Comparison group too small: ${comparison.length} people, ${leastComparison} are needed; whatever else changed meanwhile is part of the gain.`;
  return [{ code: GainNoteCode.ComparisonTooSmall, sentence }];
}

function onSelection({ selection }: GainQuestion): readonly GainNote[] {
  if (selection === null) return [];
  const without =
    selection.population === null
      ? 'how much is unknown, for want of a reliability'
      : 'the change to be expected without any program stands beside the gain';
  const sentence = `Selected on the measured score: part of the gain is regression to the mean; ${without}.`;
  return [{ code: GainNoteCode.SelectedOnScore, sentence }];
}

function onJudgement({ participants }: GainQuestion): readonly GainNote[] {
  const unjudged = participants.filter(({ change }) => change === IndividualChange.NotJudged).length;
  if (unjudged === 0) return [];
  const sentence = `The change of ${unjudged} of ${participants.length} participants is not judged: the exactness of their scores is unknown.`;
  return [{ code: GainNoteCode.NotJudged, sentence }];
}
