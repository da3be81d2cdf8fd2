import type { Demo } from '@alidade/demo';
import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

export async function insertLibrary(
  tx: EntityManager,
  { developmentActions }: Demo,
  ids: DemoIds,
): Promise<void> {
  await insertRows(
    tx,
    { table: 'development_action', organizationId: ids.organizationId },
    {
      capability_id: ['uuid', ([, { capabilityCode }]) => ids.capability.of(capabilityCode)],
      position: ['int', ([place]) => 1 + place],
      kind: ['text', ([, { kind }]) => kind],
      title: ['text', ([, { title }]) => title],
    },
    developmentActions.entries(),
  );
}
