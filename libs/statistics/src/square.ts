/** x·x. Not `x ** 2`: the language leaves the last bits of a power to the machine. */
export const square = (x: number): number => x * x;
