import type { Cohort } from '@alidade/database';
import type { CandidateRow } from './problem.queries.js';
import { utcOffsetOn } from './utc-offset.js';

/** The place of those who have named none. */
const NOWHERE = 'not stated';

const ofCandidate = ({ location, timeZone }: CandidateRow): string => location ?? timeZone ?? NOWHERE;
const ofCohort = ({ location }: Cohort): string => location ?? NOWHERE;

export interface Locations {
  readonly all: readonly { readonly id: string; readonly utcOffset: number }[];
  readonly ofCandidate: (candidate: CandidateRow) => string;
  readonly ofCohort: (cohort: Cohort) => string;
}

/**
 * The places of a problem with their hours ahead of UTC on the first day of the first cohort. A place is in the zone
 * that most of the candidates there name; where nobody names one, in the organization's.
 *
 * @param candidates  somebody without a location is where their time zone is, without either at a place of its own
 * @param cohorts     at least one; a location is free text, the same text is the same place
 * @param timeZone    of the organization, IANA
 *
 * O(candidates + cohorts).
 */
export function locationsOf(
  candidates: readonly CandidateRow[],
  cohorts: readonly Cohort[],
  timeZone: string,
): Locations {
  const zones = zonesNamed(candidates);
  const day = cohorts.map(({ startsOn }) => startsOn).toSorted()[0] ?? '1970-01-01';
  const ids = new Set([...cohorts.map(ofCohort), ...candidates.map(ofCandidate)]);
  const all = [...ids]
    .toSorted()
    .map((id) => ({ id, utcOffset: utcOffsetOn(zones.get(id) ?? timeZone, day) }));
  return { all, ofCandidate, ofCohort };
}

/** Place -> the zone most of those there name; of two as many, the first by name. */
function zonesNamed(candidates: readonly CandidateRow[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const candidate of candidates) {
    if (candidate.timeZone === null) continue;
    const place = ofCandidate(candidate);
    const ofPlace = counts.get(place) ?? new Map<string, number>();
    ofPlace.set(candidate.timeZone, (ofPlace.get(candidate.timeZone) ?? 0) + 1);
    counts.set(place, ofPlace);
  }
  return new Map(
    [...counts].map(([place, zones]) => {
      const [most] = [...zones].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
      return [place, most?.[0] ?? 'UTC'];
    }),
  );
}
