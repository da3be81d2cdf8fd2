import type { SystemViewer } from '@alidade/access';
import { Framework, updateGuarded } from '@alidade/database';
import { emptyFramework } from '@alidade/frameworks';
import type { CapabilityFramework } from '@alidade/frameworks';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { recordAudit } from '../platform/audit.js';
import type { Actor } from '../platform/audit.js';
import { writeCapabilities } from './capability-rows.js';
import { organizationName } from './frameworks.queries.js';

/** A framework in its newest version. */
export interface FrameworkRecord {
  readonly id: string;
  /** As the entity has it: of a CASE package its document's, of the organization's own `own`. */
  readonly identifier: string;
  /** 0: it is not recorded yet. */
  readonly version: number;
  readonly document: CapabilityFramework;
}

type Scope = Pick<SystemViewer, 'organizationId'>;

/** The framework that the organization keeps itself. */
const OWN = { identifier: 'own', title: 'Capabilities' };

/** Imports into the frameworks of an organization come one after the other; the very first ones too. */
export async function lockFrameworks(tx: EntityManager, { organizationId }: Scope): Promise<void> {
  const locked: unknown[] = await tx.query(
    `SELECT FROM framework WHERE organization_id = $1 ORDER BY id FOR NO KEY UPDATE`,
    [organizationId],
  );
  if (locked.length > 0) return;
  await tx.query(`SELECT FROM organization_setting WHERE organization_id = $1 FOR UPDATE`, [organizationId]);
}

/**
 * @param identifier  the entity's, or a CASE identifier: the organization's own framework has one too, by which
 *                    it is known when an export of it comes back
 * @returns           null when there is none such
 */
export async function newestVersion(
  tx: EntityManager,
  { organizationId }: Scope,
  identifier: string,
): Promise<FrameworkRecord | null> {
  const [record]: FrameworkRecord[] = await tx.query(
    `SELECT id, identifier, version, document
     FROM framework JOIN framework_version USING (organization_id, version)
     WHERE organization_id = $1 AND framework_id = id AND (identifier = $2 OR (identifier = $3 AND document ->> 'caseIdentifier' = $2))`,
    [organizationId, identifier, OWN.identifier],
  );
  return record ?? null;
}

/** That of the organization's own, which is perhaps not recorded yet. */
export async function ownFramework(tx: EntityManager, viewer: Scope): Promise<FrameworkRecord> {
  const known = await newestVersion(tx, viewer, OWN.identifier);
  if (known) return known;
  const { identifier, title } = OWN;
  const id = randomUUID();
  const creator = await organizationName(tx, viewer);
  const document = emptyFramework({ id, title, creator, lastChangeDateTime: new Date().toISOString() });
  return { id, identifier, version: 0, document };
}

/** Records the next version of a framework, whole, and brings its capabilities and their anchors to it. */
export async function addVersion(
  tx: EntityManager,
  actor: Actor,
  { id, identifier, version: before, document: old }: FrameworkRecord,
  document: CapabilityFramework,
): Promise<void> {
  const { organizationId } = actor;
  const { title } = document;
  if (before === 0) await tx.insert(Framework, { organizationId, id, identifier, title, version: 1 });
  else
    await updateGuarded(tx, Framework, { organizationId, id }, { expectedVersion: before, set: { title } });
  const version = before + 1;
  await tx.query(
    `INSERT INTO framework_version (organization_id, framework_id, version, document) VALUES ($1, $2, $3, $4)`,
    [organizationId, id, version, JSON.stringify(document)],
  );
  await writeCapabilities(tx, { organizationId, id }, old, document);
  await recordAudit(tx, actor, { action: 'FRAMEWORK_CHANGED', subjectId: id, detail: { version } });
}

/** Of these codes, those that other frameworks have, with the title of the one. */
export async function codesElsewhere(
  tx: EntityManager,
  { organizationId, frameworkId }: Scope & { readonly frameworkId: string },
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const taken: { readonly code: string; readonly title: string }[] = await tx.query(
    `SELECT code, title FROM capability JOIN framework USING (organization_id)
     WHERE organization_id = $1 AND framework.id = framework_id AND framework_id <> $2 AND code = ANY($3)`,
    [organizationId, frameworkId, codes],
  );
  return new Map(taken.map(({ code, title }) => [code, title]));
}
