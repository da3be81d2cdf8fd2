const HOUR_MS = 3_600_000;

/**
 * How many hours a time zone is ahead of UTC at noon UTC of a day.
 * @param zone  IANA, e.g. Asia/Kolkata
 * @param day   ISO 8601
 * @returns     -12..14, with quarters, e.g. 5.5
 * @throws RangeError when the zone is not known
 *
 * O(1).
 *
 * @example utcOffsetOn('Europe/Zurich', '2026-03-30') // => 2: summer time began the day before
 */
export function utcOffsetOn(zone: string, day: string): number {
  const noon = new Date(`${day}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(noon);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return (there - noon.getTime()) / HOUR_MS;
}
