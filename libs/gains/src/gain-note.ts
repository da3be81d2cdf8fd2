/** What a reader of a gain report must know. */
export const GainNoteCode = {
  NobodyMeasuredTwice: 'NOBODY_MEASURED_TWICE',
  TooFewForEffect: 'TOO_FEW_FOR_EFFECT',
  NoSpread: 'NO_SPREAD',
  CheckTheData: 'CHECK_THE_DATA',
  NoComparison: 'NO_COMPARISON',
  ComparisonTooSmall: 'COMPARISON_TOO_SMALL',
  SelectedOnScore: 'SELECTED_ON_SCORE',
  NotJudged: 'NOT_JUDGED',
} as const;
export type GainNoteCode = (typeof GainNoteCode)[keyof typeof GainNoteCode];

export interface GainNote {
  readonly code: GainNoteCode;
  /** In English, to be shown as it is. */
  readonly sentence: string;
}
