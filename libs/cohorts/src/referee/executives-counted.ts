/** "1 executive", "4 executives". */
export const executivesCounted = (count: number): string =>
  count === 1 ? '1 executive' : `${count} executives`;
