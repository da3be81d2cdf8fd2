import type { Progress } from '@alidade/cohorts';

/** Passes on the first progress and then what comes after each interval; the rest is not told. */
export function atIntervals(ms: number, tell: (progress: Progress) => void): (progress: Progress) => void {
  let last = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - last < ms) return;
    last = now;
    tell(progress);
  };
}
