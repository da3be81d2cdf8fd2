import type { FigureParts } from './figure-parts.js';
import { InvalidGoalError } from './invalid-goal-error.js';

/** The mean of the values by weight; null when no part has a value. InvalidGoalError for a faulty part. */
export function figureOf(parts: FigureParts): number | null {
  const counted = countedWeight(parts);
  if (counted === 0) return null;
  let sum = 0;
  for (const { weight, value } of parts) {
    if (value !== null) sum += weight * value;
  }
  return sum / counted;
}

/**
 * What each capability adds to the change from one state to another, seen from a figure V: share'·(value' − V) −
 * share·(value − V). With V the figure of the first state they add up to the change; with an empty state on one side
 * to how far the other is off V.
 */
export function changeByCapability(
  from: FigureParts,
  to: FigureParts,
  origin: number,
): ReadonlyMap<string | null, number> {
  const change = new Map<string | null, number>();
  addOff(change, to, { origin, sign: 1 });
  addOff(change, from, { origin, sign: -1 });
  return change;
}

function addOff(
  change: Map<string | null, number>,
  parts: FigureParts,
  { origin, sign }: { readonly origin: number; readonly sign: 1 | -1 },
): void {
  const counted = countedWeight(parts);
  for (const { capabilityId, weight, value } of parts) {
    if (value === null) continue;
    const off = (sign * weight * (value - origin)) / counted;
    change.set(capabilityId, (change.get(capabilityId) ?? 0) + off);
  }
}

function countedWeight(parts: FigureParts): number {
  let counted = 0;
  for (const { capabilityId, weight, value } of parts) {
    if (!(weight > 0 && Number.isFinite(weight)))
      throw new InvalidGoalError(`The weight of ${capabilityId} must be positive, got ${weight}`);
    if (value === null) continue;
    if (!Number.isFinite(value))
      throw new InvalidGoalError(`The value of ${capabilityId} must be a finite number, got ${value}`);
    counted += weight;
  }
  return counted;
}
