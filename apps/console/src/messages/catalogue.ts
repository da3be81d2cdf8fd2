import { frame } from './en/frame.ts';
import { readiness } from './en/readiness.ts';
import { strategy } from './en/strategy.ts';
import { ui } from './en/ui.ts';

/** Everything the console says in English; the other languages say the same keys. */
export const ENGLISH = { ...frame, ...readiness, ...strategy, ...ui };

export type MessageKey = keyof typeof ENGLISH;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** English comes with the console, others when they are wished. */
export async function catalogueOf(language: 'en' | 'de'): Promise<Catalogue> {
  if (language === 'en') return ENGLISH;
  const { GERMAN } = await import('./german.ts');
  return GERMAN;
}
