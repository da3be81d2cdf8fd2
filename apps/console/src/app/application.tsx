import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { catalogueOf, ENGLISH } from '../messages/catalogue.ts';
import { localeOf, useLanguage } from '../shared/text/language.ts';
import { NONCE } from '../ui/nonce.ts';
import { SCHEME_KEEPER } from '../ui/scheme-keeper.ts';
import { THEME, VARIABLES } from '../ui/theme.ts';
import { QUERIES } from './queries.ts';
import { ROUTER } from './router.tsx';
import { SessionEnded } from './session/session-ended.tsx';

export const Application = () => (
  <MantineProvider
    theme={THEME}
    cssVariablesResolver={VARIABLES}
    colorSchemeManager={SCHEME_KEEPER}
    defaultColorScheme="auto"
    getStyleNonce={() => NONCE}
  >
    <QueryClientProvider client={QUERIES}>
      <InLanguage />
    </QueryClientProvider>
  </MantineProvider>
);

/** Nothing is shown before its language is there: it would change under the eyes of the reader. */
function InLanguage() {
  const language = useLanguage();
  const { data: messages } = useQuery({
    queryKey: ['messages', language],
    queryFn: () => catalogueOf(language),
    ...(language === 'en' && { initialData: ENGLISH }),
    staleTime: Infinity,
  });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  if (!messages) return null;
  return (
    <IntlProvider locale={localeOf(language)} messages={messages}>
      <RouterProvider router={ROUTER} />
      <SessionEnded />
    </IntlProvider>
  );
}
