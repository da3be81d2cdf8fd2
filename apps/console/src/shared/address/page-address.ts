import { useSearch } from '@tanstack/react-router';
import { isDay } from './days.ts';

/** What the address says beside the page: the same address always leads to the same picture. */
export interface PageAddress {
  /** Id of the unit whose people are looked at, sub-units included. */
  readonly unit?: string | undefined;
  /** Id of the leadership level whose people are looked at. */
  readonly level?: string | undefined;
  /** A past day; absent: today. */
  readonly day?: string | undefined;
  /** A day to compare with. */
  readonly compare?: string | undefined;
  /** Which figure is unfolded at the right, e.g. bands.<id>. */
  readonly why?: string | undefined;
  /** What of a page with parts is open, e.g. a tab. */
  readonly part?: string | undefined;
}

const isId = (text: string): boolean => /^[\w-]{1,64}$/.test(text);
const isWords = (text: string): boolean => /^[\w.:-]{1,200}$/.test(text);
const FORMS: Readonly<Record<keyof PageAddress, (text: string) => boolean>> = {
  unit: isId,
  level: isId,
  day: isDay,
  compare: isDay,
  why: isWords,
  part: isWords,
};

/** What is not of its form is as if it were absent; said as undefined, because the router keeps what is not named. */
export function readAddress(search: Readonly<Record<string, unknown>>): PageAddress {
  const known = Object.entries(FORMS).map(([name, isOfForm]) => {
    const value = search[name];
    return [name, typeof value === 'string' && isOfForm(value) ? value : undefined] as const;
  });
  return Object.fromEntries(known);
}

export const usePageAddress = (): PageAddress => useSearch({ strict: false });

/** As the API takes it; null: the whole organization. */
export const populationOf = ({
  unit,
  level,
}: PageAddress): { unitId: string } | { leadershipLevelId: string } | null =>
  unit === undefined ? (level === undefined ? null : { leadershipLevelId: level }) : { unitId: unit };

/** For a link to another page: whose figures and of which day stay, the rest belongs to this page. */
export const keepPopulation = ({ unit, level, day }: PageAddress): PageAddress => ({ unit, level, day });
