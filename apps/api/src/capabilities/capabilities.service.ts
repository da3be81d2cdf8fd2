import { Injectable } from '@nestjs/common';
import type { Viewer } from '@alidade/access';
import type { Capability, ReadSession } from '@alidade/database';
import { capabilitiesInOrder, requireCapability } from './capabilities.queries.js';

@Injectable()
export class CapabilitiesService {
  list(viewer: Viewer, reads: ReadSession, search: string | null): Promise<Capability[]> {
    return reads.read((tx) => capabilitiesInOrder(tx, viewer, search));
  }

  get(viewer: Viewer, reads: ReadSession, id: string): Promise<Capability> {
    return reads.read((tx) => requireCapability(tx, viewer, id));
  }
}
