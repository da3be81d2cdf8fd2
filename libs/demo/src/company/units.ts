import type { DemoUnit } from '../demo.js';
import { COMPANY } from './company.js';

export const rootPath: string = COMPANY.name;

/** The path of a business unit or of a unit within it, as the people file writes it. */
export const unitPath = (...names: readonly string[]): string => [rootPath, ...names].join(' / ');

/** The units named, with those above them, parents before children, each once. */
export function unitsOf(paths: Iterable<string>): readonly DemoUnit[] {
  const units = new Map<string, DemoUnit>();
  for (const path of paths) {
    const names = path.split(' / ');
    names.forEach((name, depth) => {
      const own = names.slice(0, depth + 1).join(' / ');
      const parentPath = depth === 0 ? null : names.slice(0, depth).join(' / ');
      if (!units.has(own)) units.set(own, { path: own, name, parentPath });
    });
  }
  return [...units.values()].toSorted((one, other) => depthOf(one) - depthOf(other));
}

const depthOf = ({ path }: DemoUnit): number => path.split(' / ').length;
