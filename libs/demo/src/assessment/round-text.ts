import { CAPABILITY_CODES } from '../framework/framework.js';

export interface RoundText {
  readonly key: string;
  readonly name: string;
  readonly occasion: 'BASELINE' | 'MIDPOINT' | 'FOLLOW_UP';
  /** Months from today to the closing day; a round is open for four weeks. */
  readonly closesMonths: number;
  readonly capabilityCodes: readonly string[];
  /** Share of those in service who are asked to take part, besides program participants in a midpoint. */
  readonly share: number;
  readonly isMidpoint: boolean;
}

/** What the programs develop, and sustainability, which the committee wanted to see twice a year. */
const PULSE = [
  'CHANGE',
  'PURPOSE',
  'COLLABORATE',
  'EXPERIMENT',
  'CUSTOMER',
  'COMMERCIAL',
  'SOLUTIONS',
  'COACHING',
  'INCLUSION',
  'DIGITAL',
  'DATA',
  'SUSTAIN',
] as const;

/** Left out of the follow-up to keep it short: their evidence is the baseline's, and will soon be stale. */
const ONLY_AT_BASELINE = new Set(['MARKET-SENSE', 'PORTFOLIO', 'FINANCE', 'RISK']);

/** Oldest first. */
export const ROUND_TEXTS: readonly RoundText[] = [
  {
    key: 'baseline',
    name: 'Leadership baseline',
    occasion: 'BASELINE',
    closesMonths: -14,
    capabilityCodes: CAPABILITY_CODES,
    share: 0.95,
    isMidpoint: false,
  },
  {
    key: 'pulse-1',
    name: 'First pulse',
    occasion: 'MIDPOINT',
    closesMonths: -10,
    capabilityCodes: PULSE,
    share: 0.3,
    isMidpoint: true,
  },
  {
    key: 'pulse-2',
    name: 'Second pulse',
    occasion: 'MIDPOINT',
    closesMonths: -6,
    capabilityCodes: PULSE,
    share: 0.3,
    isMidpoint: true,
  },
  {
    key: 'follow-up',
    name: 'Leadership follow-up',
    occasion: 'FOLLOW_UP',
    closesMonths: -2,
    capabilityCodes: CAPABILITY_CODES.filter((code) => !ONLY_AT_BASELINE.has(code)),
    share: 0.95,
    isMidpoint: false,
  },
];
