import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import type { MessageKey } from '../../messages/catalogue.ts';

type Value = string | number | boolean | null | undefined;
/** Wraps what stands between tags of a message: `<b>{title}</b>`. */
type Wrap = (parts: ReactNode[]) => ReactNode;

export interface Text {
  (key: MessageKey, values?: Readonly<Record<string, Value>>): string;
  /** With elements inside. */
  readonly rich: (key: MessageKey, values: Readonly<Record<string, Value | ReactNode | Wrap>>) => ReactNode;
}

/** The messages of the page in the language of the viewer. */
export function useText(): Text {
  const intl = useIntl();
  return useMemo(() => textIn(intl), [intl]);
}

function textIn(intl: IntlShape): Text {
  const text = (key: MessageKey, values?: Readonly<Record<string, Value>>): string =>
    intl.formatMessage({ id: key }, values);
  const rich: Text['rich'] = (key, values) => intl.formatMessage({ id: key }, values);
  return Object.assign(text, { rich });
}
