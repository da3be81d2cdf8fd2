import { Injectable } from '@nestjs/common';
import type { Viewer } from '@alidade/access';
import type { ReadSession } from '@alidade/database';
import { pageOf } from '../platform/connection.js';
import type { Connection } from '../platform/connection.js';
import { auditRows, countAudit } from './audit-trail.queries.js';
import type { AuditRow } from './audit-trail.queries.js';
import type { AuditEntryType, AuditTrailArgs } from './audit-trail.types.js';

@Injectable()
export class AuditTrailService {
  /** Of all that the viewer sees to, or of one subject. */
  async list(viewer: Viewer, reads: ReadSession, args: AuditTrailArgs): Promise<Connection<AuditEntryType>> {
    const rows = await reads.read((tx) => auditRows(tx, viewer, args));
    return pageOf(rows.map(shown), args, {
      keyOf: ({ recordedAt, id }) => [recordedAt, id],
      count: () => reads.read((tx) => countAudit(tx, viewer, args)),
    });
  }
}

const shown = ({ detail, ...row }: AuditRow): AuditEntryType => ({
  ...row,
  details: Object.entries(detail).map(([name, value]) => ({
    name,
    values: (Array.isArray(value) ? value : [value]).map(text),
  })),
});

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
