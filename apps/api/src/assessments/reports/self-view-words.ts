import { SelfView } from '@alidade/release';

const levels = (size: number): string => `${size.toFixed(1)} level${size.toFixed(1) === '1.0' ? '' : 's'}`;

/** What a subject reads about their own view beside that of others. */
export const SELF_VIEW_WORDS: Readonly<Record<SelfView, (size: number) => string>> = {
  CLEARLY_HIGHER: (size) => `You see this clearly higher than others do, by ${levels(size)}.`,
  SOMEWHAT_HIGHER: (size) => `You see this somewhat higher than others do, by ${levels(size)}.`,
  IN_LINE: () => 'You see this as others do.',
  SOMEWHAT_LOWER: (size) => `You see this somewhat lower than others do, by ${levels(size)}.`,
  CLEARLY_LOWER: (size) => `You see this clearly lower than others do, by ${levels(size)}.`,
};
