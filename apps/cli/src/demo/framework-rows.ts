import { Framework, FrameworkVersion } from '@alidade/database';
import type { Demo } from '@alidade/demo';
import { emptyFramework, frameworkWithRows, inTreeOrder } from '@alidade/frameworks';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

/** As an import of the same file would have left it: the document of its first version, and its capabilities as rows. */
export async function insertFramework(
  tx: EntityManager,
  { framework, organization, options }: Demo,
  ids: DemoIds,
): Promise<void> {
  const { organizationId } = ids;
  const recordedAt = `${options.today}T00:00:00Z`;
  const document = frameworkWithRows(
    emptyFramework({
      id: randomUUID(),
      title: framework.title,
      creator: organization.name,
      lastChangeDateTime: recordedAt,
    }),
    framework.items.map(({ anchors, ...item }, i) => ({
      ...item,
      line: i + 1,
      levels: anchors.map((description, level) => ({ level: level + 1, description })),
    })),
    recordedAt,
  );
  const { id: frameworkId } = await tx.save(Framework, {
    organizationId,
    identifier: 'own',
    title: framework.title,
  });
  await tx.insert(FrameworkVersion, { organizationId, frameworkId, version: 1, document });
  const itemOf = new Map(framework.items.map((item) => [item.code, item]));
  const inOrder = inTreeOrder(document).flatMap(({ code }) => itemOf.get(code) ?? []);
  await insertRows(
    tx,
    { table: 'capability', organizationId },
    {
      id: ['uuid', ([, item]) => ids.capability.of(item.code)],
      framework_id: ['uuid', () => frameworkId],
      code: ['text', ([, item]) => item.code],
      name: ['text', ([, item]) => item.name],
      definition: ['text', ([, item]) => item.definition],
      parent_id: ['uuid', ([, item]) => ids.capability.orNull(item.parentCode)],
      position: ['int', ([index]) => index + 1],
    },
    inOrder.entries(),
  );
  await insertRows(
    tx,
    { table: 'level_anchor', organizationId },
    {
      capability_id: ['uuid', ({ code }) => ids.capability.of(code)],
      level: ['int', ({ level }) => level],
      name: ['text', ({ level }) => framework.levelNames[level - 1]],
      description: ['text', ({ description }) => description],
    },
    framework.items.flatMap(({ code, anchors }) =>
      anchors.map((description, i) => ({ code, level: i + 1, description })),
    ),
  );
}
