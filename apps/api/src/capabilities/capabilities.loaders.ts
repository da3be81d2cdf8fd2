import type { Viewer } from '@alidade/access';
import type { Capability, LevelAnchor, ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import DataLoader from 'dataloader';
import { anchorsOf, capabilitiesOf } from './capabilities.queries.js';
import type { CapabilityType } from './capabilities.types.js';
import { capabilitiesOfFrameworks, frameworksInOrder } from './frameworks.queries.js';
import type { FrameworkNow } from './frameworks.queries.js';

export function createCapabilityLoaders(viewer: Viewer, reads: ReadSession) {
  return {
    capability: new DataLoader<string, CapabilityType>(async (ids) => {
      const capabilities = await reads.read((tx) => capabilitiesOf(tx, viewer, ids));
      return ids.map((id) => capabilities.get(id) ?? new UseCaseError('NOT_FOUND', `No capability ${id}`));
    }),
    /** Capability id -> what its levels look like, lowest first. */
    anchors: new DataLoader<string, readonly LevelAnchor[]>(async (ids) => {
      const anchors = await reads.read((tx) => anchorsOf(tx, viewer, ids));
      return ids.map((id) => anchors.get(id) ?? []);
    }),
    framework: new DataLoader<string, FrameworkNow>(async (ids) => {
      const found = await reads.read((tx) => frameworksInOrder(tx, viewer, ids));
      const frameworks = new Map(found.map((framework) => [framework.id, framework]));
      return ids.map((id) => frameworks.get(id) ?? new UseCaseError('NOT_FOUND', `No framework ${id}`));
    }),
    /** Framework id -> its capabilities in the order of its outline. */
    capabilitiesOfFramework: new DataLoader<string, readonly Capability[]>(async (ids) => {
      const capabilities = await reads.read((tx) => capabilitiesOfFrameworks(tx, viewer, ids));
      return ids.map((id) => capabilities.get(id) ?? []);
    }),
  };
}
