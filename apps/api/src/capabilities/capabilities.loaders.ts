import type { Viewer } from '@alidade/access';
import type { Capability, LevelAnchor, ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import DataLoader from 'dataloader';
import { anchorsOf, capabilitiesOf } from './capabilities.queries.js';

export function createCapabilityLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    capability: new DataLoader<string, Capability>(async (ids) => {
      const capabilities = await reads.read((tx) => capabilitiesOf(tx, viewer, ids));
      return ids.map((id) => capabilities.get(id) ?? new UseCaseError('NOT_FOUND', `No capability ${id}`));
    }),
    /** Capability id -> what its levels look like, lowest first. */
    anchors: new DataLoader<string, readonly LevelAnchor[]>(async (ids) => {
      const anchors = await reads.read((tx) => anchorsOf(tx, viewer, ids));
      return ids.map((id) => anchors.get(id) ?? []);
    }),
  };
}
