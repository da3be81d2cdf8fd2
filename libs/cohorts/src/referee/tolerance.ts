/** What two numbers may differ by and still be equal: figures of a document are decimals, which binary numbers miss. */
const EQUAL = 1e-9;

export const wholeBelow = (value: number): number => Math.floor(value + EQUAL);

export const wholeAbove = (value: number): number => Math.ceil(value - EQUAL);

/** Greater, and not only by rounding. */
export const exceeds = (value: number, limit: number): boolean => value > limit + EQUAL;
