/** Lists side by side, and where each starts. */
export function flatten(lists: readonly (readonly number[])[]): readonly [Int32Array, Int32Array] {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => (starts[i + 1] = starts[i]! + list.length));
  const all = new Int32Array(starts[lists.length]!);
  lists.forEach((list, i) => all.set(list, starts[i]));
  return [starts, all];
}
