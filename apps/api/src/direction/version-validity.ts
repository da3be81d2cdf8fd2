import { FOR_EVER } from '@alidade/database';

/** The days on which a version holds: [validFrom, validTo), ISO 8601, unbounded by SINCE_EVER and FOR_EVER. All of them sort as the days do. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo: string;
}

/** Whether it is in force on that day. O(1). */
export const holdsOn = ({ validFrom, validTo }: Validity, day: string): boolean =>
  validFrom <= day && day < validTo;

/** Whether there is any day on which it is in force. O(1). */
export const everHolds = ({ validFrom, validTo }: Validity): boolean => validFrom < validTo;

/**
 * The versions of a statement after it ended on a day: t' = max(f, min(t, d)) for each [f, t). Days before d keep
 * their version; from d on none holds. One that would have begun on d or later holds on no day (t' = f) and stays as a record.
 *
 * @param versions  of one statement, at most one in force on any day
 * @param day       d, the first day on which the statement no longer holds
 * @returns         the same versions in their order. O(versions).
 */
export function endedOn<V extends Validity>(versions: readonly V[], day: string): readonly V[] {
  return versions.map((version) => {
    const ended = version.validTo < day ? version.validTo : day;
    return { ...version, validTo: version.validFrom < ended ? ended : version.validFrom };
  });
}

/**
 * The versions of a statement after a new one was approved that holds from a day on: what was recorded last is what
 * holds, so every earlier version ends on that day, and one that was to begin later never does.
 *
 * @param versions  of one statement, at most one in force on any day
 * @param day       the first day of the new version
 * @returns         the same versions in their order, as `endedOn`, and the days of the new one. O(versions).
 */
export function replacedFrom<V extends Validity>(
  versions: readonly V[],
  day: string,
): { readonly earlier: readonly V[]; readonly latest: Validity } {
  return { earlier: endedOn(versions, day), latest: { validFrom: day, validTo: FOR_EVER } };
}
