import { Injectable } from '@nestjs/common';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { writeCasePackage } from '@alidade/frameworks';
import type { CasePackage } from '@alidade/frameworks';
import { frameworksInOrder, requireDocument } from './frameworks.queries.js';
import type { FrameworkNow } from './frameworks.queries.js';

/** Which framework, in which version (null: the newest), exported from where. */
export interface CaseExport {
  readonly id: string;
  readonly version: number | null;
  readonly baseUri: string;
}

@Injectable()
export class FrameworksService {
  list(viewer: Viewer, reads: ReadSession): Promise<FrameworkNow[]> {
    return reads.read((tx) => frameworksInOrder(tx, viewer, null));
  }

  async casePackage(
    viewer: Viewer,
    reads: ReadSession,
    { id, version, baseUri }: CaseExport,
  ): Promise<CasePackage> {
    const document = await reads.read((tx) => requireDocument(tx, viewer, id, version));
    return writeCasePackage(document, baseUri);
  }
}
