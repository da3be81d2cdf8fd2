const UNRESERVED = "[A-Za-z0-9\\-._~!$&'()*+,;=]|%[0-9A-Fa-f]{2}";
const PATH_CHARACTER = `${UNRESERVED}|[:@]`;
const AUTHORITY = `(?:(?:${UNRESERVED}|:)*@)?(?:${UNRESERVED})*(?::[0-9]*)?`;
const HIERARCHY = `//${AUTHORITY}(?:/(?:${PATH_CHARACTER})*)*|/?(?:${PATH_CHARACTER})(?:${PATH_CHARACTER}|/)*`;
const URI = new RegExp(
  `^[A-Za-z][A-Za-z0-9+.-]*:(?:${HIERARCHY})(?:\\?(?:${PATH_CHARACTER}|[/?])*)?(?:#(?:${PATH_CHARACTER}|[/?])*)?$`,
);
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(?::(\d{2}(?:\.\d+)?))? ?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;
const NUL = String.fromCharCode(0);
const HALF_A_CHARACTER = /\p{Surrogate}/u;

/**
 * A text as a URI with a scheme (RFC 3986 without literal IPv6 hosts), what CASE calls AnyURI. Characters that a URI
 * has to escape (spaces, letters beyond ASCII) are escaped.
 *
 * @returns the text itself where it is one already; null where it cannot be one
 */
export function strictUri(text: string): string | null {
  const trimmed = text.trim();
  if (URI.test(trimmed)) return trimmed;
  const escaped = HALF_A_CHARACTER.test(trimmed)
    ? ''
    : encodeURI(trimmed).replace(/%25(?=[0-9A-Fa-f]{2})/g, '%');
  return URI.test(escaped) ? escaped : null;
}

/**
 * A text as a calendar day, YYYY-MM-DD; the time of a date-time is left out.
 *
 * @returns null where it is none or the calendar has no such day
 */
export function strictDate(text: string): string | null {
  const day = strictDateTime(text)?.slice(0, 10);
  return day ?? null;
}

/**
 * A text as an RFC 3339 date-time. A missing time is midnight and a missing zone UTC, which is how OpenSALT means them.
 *
 * @returns the text itself where it is one already; null where it is none, or the calendar or the clock has no such time
 */
export function strictDateTime(text: string): string | null {
  const parts = DATE_TIME.exec(text.trim());
  if (parts === null) return null;
  const [, day = '', minute = '00:00', second = '00', zone = '+00:00'] = parts;
  if (!isDay(day) || !isTime(`${minute}:${second}`)) return null;
  const offset = strictZone(zone);
  return offset === null ? null : `${day}T${minute}:${second}${offset}`;
}

function strictZone(zone: string): string | null {
  if (zone.toUpperCase() === 'Z') return 'Z';
  const digits = zone.replace(':', '').slice(1).padEnd(4, '0');
  const [hours, minutes] = [digits.slice(0, 2), digits.slice(2)];
  return isTime(`${hours}:${minutes}:00`) ? `${zone.slice(0, 1)}${hours}:${minutes}` : null;
}

function isTime(time: string): boolean {
  const [hours = 24, minutes = 60, seconds = 60] = time.split(':').map(Number);
  return hours < 24 && minutes < 60 && seconds < 60;
}

function isDay(day: string): boolean {
  const [, year, month, date] = DATE.exec(day) ?? [];
  const utc = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  utc.setUTCFullYear(Number(year));
  return utc.getUTCMonth() === Number(month) - 1 && utc.getUTCDate() === Number(date);
}

/** Whether PostgreSQL could not store the text in JSON: it holds NUL, or half of a character. */
export function isUnstorable(text: string): boolean {
  return text.includes(NUL) || HALF_A_CHARACTER.test(text);
}
