import type { FrameData } from '../../shared/api/frame-data.ts';

type Unit = FrameData['organization']['units'][number];

export interface PlacedUnit {
  readonly id: string;
  readonly name: string;
  /** 0 at the top. */
  readonly depth: number;
}

/** The tree from the top down, each unit right before what stands under it. Units of a branch that is not shown stand at the top. */
export function inTreeOrder(units: readonly Unit[]): readonly PlacedUnit[] {
  const shown = new Set(units.map(({ id }) => id));
  const under = new Map<string | null, Unit[]>();
  for (const unit of units) {
    const parentId = unit.parent && shown.has(unit.parent.id) ? unit.parent.id : null;
    under.set(parentId, [...(under.get(parentId) ?? []), unit]);
  }
  const branch = (parentId: string | null, depth: number): PlacedUnit[] =>
    (under.get(parentId) ?? []).flatMap(({ id, name }) => [{ id, name, depth }, ...branch(id, depth + 1)]);
  return branch(null, 0);
}
