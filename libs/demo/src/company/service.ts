import type { DemoPerson, DemoPosting, IsoDay } from '../demo.js';

/** What somebody held on a day; null before they joined and after they left. */
export function postingOn({ postings, leftOn }: DemoPerson, day: IsoDay): DemoPosting | null {
  if (leftOn !== null && day >= leftOn) return null;
  return postings.findLast(({ from }) => from <= day) ?? null;
}

export const isExecutiveOn = (person: DemoPerson, day: IsoDay): boolean =>
  (postingOn(person, day)?.leadershipLevel ?? null) !== null;
