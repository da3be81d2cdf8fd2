import type { NameOf } from '@alidade/cohorts';
import { withNames } from './names.queries.js';
import { mondayOf } from './problem/weeks.js';

const WEEK = /\bweek (\d+)/g;

/** A sentence of the solver as a designer can send it on: names for ids, the Monday for the number of a week. O(length). */
export const inWords = (sentence: string, nameOf: NameOf): string =>
  withNames(sentence, nameOf).replaceAll(WEEK, (_, week: string) => `the week of ${mondayOf(Number(week))}`);
