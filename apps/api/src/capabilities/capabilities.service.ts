import { Injectable } from '@nestjs/common';
import type { Viewer } from '@alidade/access';
import type { Capability, ReadSession } from '@alidade/database';
import { capabilitiesInOrder, requireCapability } from './capabilities.queries.js';
import type { CapabilityType } from './capabilities.types.js';

@Injectable()
export class CapabilitiesService {
  list(viewer: Viewer, reads: ReadSession, search: string | null): Promise<Capability[]> {
    return reads.read((tx) => capabilitiesInOrder(tx, viewer, search));
  }

  get(viewer: Viewer, reads: ReadSession, id: string): Promise<CapabilityType> {
    return reads.read((tx) => requireCapability(tx, viewer, id));
  }
}
