const SIZE = 4096;

/**
 * −ln((k + ½) / 4096) for k = 0..4095, by the series 2·artanh with operations that every machine rounds alike;
 * Math.log may differ in the last bit, and one bit may decide whether a move is taken.
 */
function build(): Float64Array {
  const table = new Float64Array(SIZE);
  for (let k = 0; k < SIZE; k++) {
    let value = (k + 0.5) / SIZE;
    let halvings = 0;
    while (value < 0.75) {
      value *= 2;
      halvings++;
    }
    table[k] = halvings * LN_2 - seriesOfLog(value);
  }
  return table;
}

const LN_2 = 0.6931471805599453;

function seriesOfLog(value: number): number {
  const ratio = (value - 1) / (value + 1);
  let power = ratio;
  let sum = 0;
  for (let n = 1; n < 60; n += 2) {
    sum += power / n;
    power *= ratio * ratio;
  }
  return 2 * sum;
}

const TABLE = build();

/** How far below zero a change may be and still be taken, at temperature 1, for a word of chance: exponentially spread. */
export const thresholdOf = (word: number): number => TABLE[word & (SIZE - 1)]!;
