import { Injectable } from '@nestjs/common';
import type { Viewer } from '@alidade/access';
import type { ReadSession, ReleasedScore } from '@alidade/database';
import { releasedScoresOf } from './released-scores.queries.js';

/** What a released round shows of one subject. */
@Injectable()
export class ReportsService {
  releasedScores(
    viewer: Viewer,
    reads: ReadSession,
    of: { readonly roundId: string; readonly executiveId: string },
  ): Promise<ReleasedScore[]> {
    return reads.read((tx) => releasedScoresOf(tx, viewer, of));
  }
}
