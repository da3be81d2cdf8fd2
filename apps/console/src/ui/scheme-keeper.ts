import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';

const KEPT_UNDER = 'alidade.scheme';

const isScheme = (text: string | null): text is MantineColorScheme =>
  text === 'auto' || text === 'light' || text === 'dark';

/** Keeps the choice on this device, where the page's first script reads it before anything is painted. */
export const SCHEME_KEEPER: MantineColorSchemeManager = {
  get: (fallback) => {
    const kept = localStorage.getItem(KEPT_UNDER);
    return isScheme(kept) ? kept : fallback;
  },
  set: (scheme) => localStorage.setItem(KEPT_UNDER, scheme),
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => localStorage.removeItem(KEPT_UNDER),
};
