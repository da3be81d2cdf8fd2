import { Injectable } from '@nestjs/common';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { gainReportsOf } from './reports/gain-reports.queries.js';
import type { GainReportType } from './gains.types.js';
import type { GainsAsked } from './measurements/occasions.queries.js';

@Injectable()
export class GainsService {
  /** @throws UseCaseError as `measuredCohorts` */
  reports(viewer: Viewer, reads: ReadSession, asked: GainsAsked): Promise<readonly GainReportType[]> {
    return reads.read((tx) => gainReportsOf(tx, viewer, asked));
  }
}
