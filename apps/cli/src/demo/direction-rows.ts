import { FOR_EVER } from '@alidade/database';
import type { Demo, DemoStatement } from '@alidade/demo';
import type { EntityManager } from 'typeorm';
import type { DemoIds } from './demo-ids.js';
import { insertRows } from './insert-rows.js';

/** Strategies, values and the vision, each version approved and holding until the next. */
export async function insertDirection(tx: EntityManager, { statements }: Demo, ids: DemoIds): Promise<void> {
  const { organizationId } = ids;
  await insertRows(
    tx,
    { table: 'strategy', organizationId },
    {
      id: ['uuid', ({ key }) => ids.strategy.of(key)],
      kind: ['text', ({ kind }) => kind],
      title: ['text', ({ title }) => title],
      status: ['text', () => 'APPROVED'],
      owner_id: ['uuid', ({ ownerExternalId }) => ids.person.of(ownerExternalId)],
    },
    statements,
  );
  const versions = statements.flatMap(versionsOf);
  await insertRows(
    tx,
    { table: 'strategy_version', organizationId },
    {
      id: ['uuid', ({ name }) => ids.strategyVersion.of(name)],
      strategy_id: ['uuid', ({ statement }) => ids.strategy.of(statement.key)],
      number: ['int', ({ number }) => number],
      narrative: ['text', ({ statement }) => statement.narrative],
      weight: ['float8', ({ statement }) => statement.weight],
      valid_from: ['date', ({ from }) => from],
      valid_to: ['date', ({ to }) => to],
      approved_at: ['timestamptz', ({ from }) => from],
      approved_by_id: ['uuid', ({ statement }) => ids.person.of(statement.ownerExternalId)],
    },
    versions,
  );
  await insertRows(
    tx,
    { table: 'requirement', organizationId },
    {
      strategy_version_id: ['uuid', ({ name }) => ids.strategyVersion.of(name)],
      capability_id: ['uuid', (need) => ids.capability.of(need.capabilityCode)],
      leadership_level_id: ['uuid', (need) => ids.level.orNull(need.leadershipLevel)],
      required_level: ['float8', (need) => need.requiredLevel],
      weight: ['float8', (need) => need.weight],
      critical: ['boolean', (need) => need.critical],
    },
    versions.flatMap(({ name, requirements }) => requirements.map((need) => ({ name, ...need }))),
  );
}

function versionsOf(statement: DemoStatement) {
  return statement.versions.map(({ effectiveFrom, requirements }, i) => ({
    statement,
    requirements,
    number: i + 1,
    name: `${statement.key} ${i + 1}`,
    from: effectiveFrom,
    to: statement.versions[i + 1]?.effectiveFrom ?? FOR_EVER,
  }));
}
