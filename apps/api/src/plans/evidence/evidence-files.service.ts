import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Viewer } from '@alidade/access';
import { EvidenceKind, inOrganization, PlanEvidence } from '@alidade/database';
import type { ReadSession } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { isUUID } from 'class-validator';
import { DataSource } from 'typeorm';
import { plansSeenBy } from '../review/plan-access.queries.js';
import { holdAction } from '../review/held-parts.js';
import { tellReviewer } from '../review/plan-mail.js';
import { requireAllowed } from '../review/plan-states.js';

const MOST_BYTES = 10 * 1024 * 1024;
const PART_BYTES = 256 * 1024;
const LONGEST_NAME = 200;

/** What is taken as evidence: documents and pictures, nothing that a browser would run or a form could send. */
export const MEDIA_TYPES = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/csv',
] as const;

interface Upload {
  readonly actionId: string;
  readonly name: unknown;
  readonly mediaType: string;
  /** Bytes announced; 0 when none were. */
  readonly length: number;
  readonly file: AsyncIterable<Buffer>;
}

interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly file: AsyncIterable<Buffer>;
}

@Injectable()
export class EvidenceFilesService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  /**
   * Puts a file away as it comes, piece by piece, each in a transaction of its own; whether they may is found out before
   * the first byte is read. What does not come to its end leaves nothing behind.
   * @returns the id of the evidence
   * @throws UseCaseError INVALID_INPUT for a file without a name, an empty one or one of more than 10 MB
   */
  async upload(viewer: Viewer, { actionId, name, mediaType, length, file }: Upload): Promise<string> {
    const content = fileName(name);
    if (length > MOST_BYTES) throw tooLarge();
    const id = await this.begin(viewer, { actionId, content, mediaType });
    try {
      const bytes = await this.store(viewer, id, file);
      if (bytes === 0) throw new UseCaseError('INVALID_INPUT', 'This file is empty.');
      await this.finish(viewer, { id, actionId, content, bytes });
      return id;
    } catch (error) {
      const { organizationId } = viewer;
      // Too late to tell anybody when this fails: what is left is swept in a day.
      await inOrganization(this.db, { organizationId }, (tx) =>
        tx.delete(PlanEvidence, { organizationId, id, complete: false }),
      ).catch(() => undefined);
      throw error;
    }
  }

  /** @throws UseCaseError NOT_FOUND when it is absent, no file, or of a plan that the viewer does not see */
  download(viewer: Viewer, reads: ReadSession, id: string): Promise<Download> {
    const { organizationId } = viewer;
    return reads.read(async (tx) => {
      const absent = new UseCaseError('NOT_FOUND', `No file ${id}`);
      const where = { organizationId, id, kind: EvidenceKind.FILE, complete: true };
      const evidence = isUUID(id)
        ? await tx.findOne(PlanEvidence, { where, relations: { action: { goal: true } } })
        : null;
      if (!evidence) throw absent;
      const planId = evidence.action.goal.planId;
      if (!(await plansSeenBy(tx, viewer).andWhere('plan.id = :planId', { planId }).getExists()))
        throw absent;
      const { content: name, mediaType, bytes } = evidence;
      return {
        name,
        mediaType: mediaType ?? 'application/octet-stream',
        bytes: bytes ?? 0,
        file: partsOf(reads, organizationId, id),
      };
    });
  }

  private begin(
    viewer: Viewer,
    {
      actionId,
      content,
      mediaType,
    }: Pick<PlanEvidence, 'actionId' | 'content'> & { readonly mediaType: string },
  ): Promise<string> {
    const { organizationId, personId: addedById } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const { plan } = await holdAction(tx, viewer, actionId);
      requireAllowed(plan.status, 'recordPlanProgress');
      const row = { organizationId, actionId, addedById, kind: EvidenceKind.FILE, content, mediaType };
      return (await tx.save(PlanEvidence, { ...row, bytes: 0, complete: false })).id;
    });
  }

  private async store(
    { organizationId }: Viewer,
    evidenceId: string,
    file: AsyncIterable<Buffer>,
  ): Promise<number> {
    let [part, bytes, held] = [0, 0, Buffer.alloc(0)];
    const flush = async (): Promise<void> => {
      await inOrganization(this.db, { organizationId }, (tx) =>
        tx.query(
          `INSERT INTO plan_evidence_part (organization_id, evidence_id, part, bytes) VALUES ($1, $2, $3, $4)`,
          [organizationId, evidenceId, part, held],
        ),
      );
      part += 1;
      held = Buffer.alloc(0);
    };
    for await (const chunk of file) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw tooLarge();
      held = Buffer.concat([held, chunk]);
      if (held.length >= PART_BYTES) await flush();
    }
    if (held.length > 0) await flush();
    return bytes;
  }

  private finish(
    viewer: Viewer,
    {
      id,
      actionId,
      content,
      bytes,
    }: Pick<PlanEvidence, 'id' | 'actionId' | 'content'> & { readonly bytes: number },
  ): Promise<void> {
    const { organizationId } = viewer;
    return inOrganization(this.db, viewer, async (tx) => {
      const { plan } = await holdAction(tx, viewer, actionId);
      requireAllowed(plan.status, 'recordPlanProgress');
      await tx.update(PlanEvidence, { organizationId, id }, { bytes, complete: true });
      await tellReviewer(tx, viewer, plan, { news: 'EVIDENCE', text: content });
    });
  }
}

/** One piece after the other, so that no file is held whole in memory. */
async function* partsOf(reads: ReadSession, organizationId: string, id: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one piece at a time
    const [row]: { bytes: Buffer }[] = await reads.read((tx) =>
      tx.query(
        `SELECT bytes FROM plan_evidence_part WHERE organization_id = $1 AND evidence_id = $2 AND part = $3`,
        [organizationId, id, part],
      ),
    );
    if (!row) return;
    yield row.bytes;
  }
}

function fileName(name: unknown): string {
  const text = typeof name === 'string' ? name.replaceAll(/[\p{Cc}/\\]/gu, ' ').trim() : '';
  if (text !== '' && text.length <= LONGEST_NAME) return text;
  throw new UseCaseError('INVALID_INPUT', `Name the file: ?name=…, at most ${LONGEST_NAME} characters.`);
}

/** With the status of HTTP that says so; the code stays one of the closed set. */
const tooLarge = (): UseCaseError =>
  Object.assign(new UseCaseError('INVALID_INPUT', 'A file may have 10 MB at most.'), { statusCode: 413 });
