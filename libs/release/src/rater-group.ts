/** How a rater knows the subject. SELF and MANAGER are one person each, told before they answer that their answer shows. */
export const RaterGroup = {
  Self: 'SELF',
  Manager: 'MANAGER',
  Peer: 'PEER',
  DirectReport: 'DIRECT_REPORT',
  Other: 'OTHER',
} as const;
export type RaterGroup = (typeof RaterGroup)[keyof typeof RaterGroup];

/** The pool of protected groups that are too small to stand alone. */
export const COLLEAGUES = 'COLLEAGUES';

/** Under which name answers of others are shown: their group's own, or the pool's. */
export type ReleasedGroupName = Exclude<RaterGroup, 'SELF'> | typeof COLLEAGUES;

/** Groups whose raters are promised that no single answer shows; in the order in which they are listed. */
export const PROTECTED_GROUPS = [RaterGroup.Peer, RaterGroup.DirectReport, RaterGroup.Other] as const;
