/** PostgreSQL's own words for days before and after all others: a fact without a known beginning or end has them. */
export const SINCE_EVER = '-infinity';
export const FOR_EVER = 'infinity';
