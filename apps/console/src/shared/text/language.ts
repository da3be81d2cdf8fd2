import { useSyncExternalStore } from 'react';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT_UNDER = 'alidade.language';
const listeners = new Set<() => void>();

const known = (tag: string | null): Language | undefined =>
  LANGUAGES.find((language) => tag?.toLowerCase().startsWith(language));

const current = (): Language =>
  known(localStorage.getItem(KEPT_UNDER)) ?? navigator.languages.map(known).find((found) => found) ?? 'en';

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT_UNDER, language);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** As chosen on this device, else the first of the browser's that there is a catalogue for. */
export const useLanguage = (): Language => useSyncExternalStore(subscribe, current);

/** For dates and numbers: the browser's own variant of the language, e.g. de-CH. */
export const localeOf = (language: Language): string =>
  navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language;
