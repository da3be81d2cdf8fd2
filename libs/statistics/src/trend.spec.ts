import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { InvalidSampleError, seededRandom, theilSen, trendForecast } from './index.js';
import type { Point } from './index.js';

const points = (x: readonly number[], y: readonly number[]): readonly Point[] =>
  x.map((value, place) => ({ x: value, y: y[place]! }));

describe('theilSen', () => {
  it('gives SciPy’s line, past an odd point', () => {
    // scipy.stats.theilslopes(…, method='joint'), SciPy 1.17.1
    const line = theilSen(points([0, 1, 2, 3, 5, 8], [1.0, 1.4, 1.1, 2.2, 2.0, 9.0]))!;
    expect(line.slope).toBeCloseTo(0.4, 12);
    expect(line.intercept).toBeCloseTo(1, 12);
  });
  it('gives SciPy’s line with ties', () => {
    const line = theilSen(points([1, 1, 2, 3, 4], [2, 3, 3, 5, 4]))!;
    expect(line.slope).toBeCloseTo(0.6666666666666666, 12);
    expect(line.intercept).toBeCloseTo(1.6666666666666667, 12);
  });
  it('is unknown without two different x, and goes through two points', () => {
    expect([theilSen([]), theilSen(points([1], [2])), theilSen(points([1, 1], [2, 3]))]).toEqual([
      null,
      null,
      null,
    ]);
    expect(theilSen(points([1, 3], [2, 6]))).toEqual({ slope: 2, intercept: 0 });
  });
  it('refuses what is no number', () => {
    expect(() => theilSen(points([1, 2], [NaN, 2]))).toThrow(InvalidSampleError);
  });
  it('finds any straight line, in whatever order its points come', () => {
    const coordinate = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        fc.uniqueArray(coordinate, { minLength: 2, maxLength: 12 }),
        coordinate,
        coordinate,
        (x, slope, at0) => {
          const line = theilSen(x.map((value) => ({ x: value, y: at0 + slope * value })))!;
          expect(line.slope).toBeCloseTo(slope, 9);
          expect(line.intercept).toBeCloseTo(at0, 9);
        },
      ),
    );
  });
});

describe('trendForecast', () => {
  const rising = points([0, 90, 180, 270, 360], [0.2, 0.26, 0.33, 0.38, 0.45]);
  const question = { x: 540, target: 0.5, direction: 'RISE', range: [0, 1] } as const;
  const ask = (
    series: readonly Point[],
    changed: Partial<{ target: number; direction: 'RISE' | 'FALL' }> = {},
  ) => trendForecast(series, { ...question, ...changed }, { random: seededRandom(1) });

  it('follows the line to the day asked', () => {
    const line = theilSen(rising)!;
    const forecast = ask(rising)!;
    expect(forecast.value).toBeCloseTo(line.intercept + 540 * line.slope, 12);
    expect(forecast.low).toBeLessThan(forecast.value);
    expect(forecast.high).toBeGreaterThan(forecast.value);
    expect(forecast.probability).toBe(1);
    expect(ask(rising, { target: 0.9 })!.probability).toBe(0);
    expect(ask(rising, { target: 0.9, direction: 'FALL' })!.probability).toBe(1);
  });
  it('gives none of fewer than four points', () => {
    expect([ask([]), ask(rising.slice(0, 1)), ask(rising.slice(0, 3))]).toEqual([null, null, null]);
    expect(ask(rising.slice(0, 4))).not.toBeNull();
  });
  it('stays within the range of the figure', () => {
    const steep = points([0, 90, 180, 270], [0.1, 0.4, 0.6, 0.95]);
    const forecast = ask(steep)!;
    expect([forecast.value, forecast.high]).toEqual([1, 1]);
  });
  it('is as likely to pass the line’s own value as not', () => {
    const scattered = points([0, 90, 180, 270, 360, 450], [0.2, 0.31, 0.27, 0.41, 0.36, 0.5]);
    const { value } = ask(scattered)!;
    expect(Math.abs(ask(scattered, { target: value })!.probability - 0.5)).toBeLessThan(0.15);
  });
  it.each([4, 8])('holds the truth about as often as it says, from %i points on', (count) => {
    // A true slope of 0.06 a step and an even scatter of ± 0.05, over 400 histories; 0.95 ± 0.033 is three standard errors
    const random = seededRandom(4);
    const figure = (step: number): number => 0.1 + 0.06 * step + 0.1 * (random.fraction() - 0.5);
    const asked = {
      x: count + 1,
      target: 0.1 + 0.06 * (count + 1),
      direction: 'RISE',
      range: [-9, 9],
    } as const;
    const seen = { held: 0, reached: 0, promised: 0 };
    for (let history = 0; history < 400; history += 1) {
      const series = Array.from({ length: count }, (_, step) => ({ x: step, y: figure(step) }));
      const truth = figure(count + 1);
      const { low, high, probability } = trendForecast(series, asked, { random, resamples: 200 })!;
      seen.held += low <= truth && truth <= high ? 1 : 0;
      seen.reached += truth >= asked.target ? 1 : 0;
      seen.promised += probability;
    }
    expect(Math.abs(seen.held / 400 - 0.95)).toBeLessThan(0.033);
    expect(Math.abs(seen.promised - seen.reached) / 400).toBeLessThan(0.08);
  });
  it('has no doubt about points exactly on a line', () => {
    const forecast = ask(points([0, 100, 200, 300], [0.1, 0.15, 0.2, 0.25]), { target: 0.37 })!;
    for (const figure of [forecast.value, forecast.low, forecast.high]) expect(figure).toBeCloseTo(0.37, 12);
    expect(forecast.probability).toBe(1);
  });
  it('is the same for the same seed, in whatever order the points come', () => {
    expect(ask(rising.toReversed())).toEqual(ask(rising));
  });
  it('refuses two points on one day, a day that is past, an empty range and what is no number', () => {
    const twice = [...rising, { x: 90, y: 0.3 }];
    expect(() => ask(twice)).toThrow(InvalidSampleError);
    const options = { random: seededRandom(1) };
    expect(() => trendForecast(rising, { ...question, x: 360 }, options)).toThrow(InvalidSampleError);
    expect(() => trendForecast(rising, { ...question, range: [1, 1] }, options)).toThrow(InvalidSampleError);
    expect(() => trendForecast(rising, { ...question, target: NaN }, options)).toThrow(InvalidSampleError);
    expect(() => trendForecast(rising, question, { ...options, resamples: 1 })).toThrow(InvalidSampleError);
  });
});
