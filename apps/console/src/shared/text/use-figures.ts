import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';

/** How figures and days are written: percent and readiness whole, levels with one decimal, money without cents. */
export interface Figures {
  /** @param share 0..1 */
  readonly percent: (share: number) => string;
  readonly whole: (value: number) => string;
  /** @param level 1..5, or a difference of levels */
  readonly level: (level: number) => string;
  /** With its sign, without decimals. */
  readonly signed: (value: number) => string;
  /** A difference of levels with its sign. */
  readonly signedLevel: (value: number) => string;
  /** With two decimals, for parts that are too small for one. */
  readonly fine: (value: number) => string;
  readonly signedFine: (value: number) => string;
  readonly day: (day: string) => string;
  /** e.g. March 2026 */
  readonly month: (day: string) => string;
  /** e.g. Mar 2026, where there is little room */
  readonly shortMonth: (day: string) => string;
  readonly moment: (instant: string) => string;
  readonly list: (parts: readonly string[]) => string;
}

export function useFigures(): Figures {
  const intl = useIntl();
  return useMemo(() => figuresIn(intl), [intl]);
}

/** A day is a day of the calendar, whatever the zone of the device. */
const UTC = { timeZone: 'UTC' } as const;
const SIGN = { signDisplay: 'exceptZero' } as const;

function figuresIn(intl: IntlShape): Figures {
  const number = (options: Parameters<IntlShape['formatNumber']>[1]) => (value: number) =>
    intl.formatNumber(value, options).replace('-', '−');
  const date = (options: Parameters<IntlShape['formatDate']>[1]) => (day: string) =>
    intl.formatDate(`${day.slice(0, 10)}T00:00:00Z`, { ...UTC, ...options });
  return {
    percent: number({ style: 'percent', maximumFractionDigits: 0 }),
    whole: number({ maximumFractionDigits: 0 }),
    level: number({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    signed: number({ maximumFractionDigits: 0, ...SIGN }),
    signedLevel: number({ minimumFractionDigits: 1, maximumFractionDigits: 1, ...SIGN }),
    fine: number({ minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    signedFine: number({ minimumFractionDigits: 2, maximumFractionDigits: 2, ...SIGN }),
    day: date({ day: 'numeric', month: 'short', year: 'numeric' }),
    month: date({ month: 'long', year: 'numeric' }),
    shortMonth: date({ month: 'short', year: 'numeric' }),
    moment: (instant) => intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'short' }),
    list: (parts) => intl.formatList([...parts], { type: 'conjunction' }),
  };
}
