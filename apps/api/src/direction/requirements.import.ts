import { Permission } from '@alidade/access';
import { ImportKind, Strategy, updateGuarded } from '@alidade/database';
import { In } from 'typeorm';
import { readCsv } from '../imports/csv.js';
import type { CsvColumns, CsvRow } from '../imports/csv.js';
import type { FaultList, ImportContext, ImportCounts, ImportReader } from '../imports/import-reader.js';
import { stageRows } from '../imports/staging.js';
import {
  changesStaged,
  faultsStaged,
  fillFromStaged,
  resolveStaged,
  STAGED,
} from './requirements.staging.js';
import type { StagedRequirement } from './requirements.staging.js';
import { versionToFill } from './requirements.writes.js';

const COLUMNS = {
  known: ['strategy', 'capability_code', 'leadership_level', 'required_level', 'weight', 'critical'],
  required: ['strategy', 'capability_code', 'required_level', 'weight'],
} as const satisfies CsvColumns<string>;
type Column = (typeof COLUMNS.known)[number];

const MEGABYTE = 1024 * 1024;

/**
 * Requirements from a file: they replace those of every statement that it names. A draft is changed; what is approved
 * gets a new approved version from today (or from its first day, when that is to come), unless nothing would change.
 */
export const requirementsImport: ImportReader = {
  kind: ImportKind.REQUIREMENTS,
  permission: Permission.DirectionEdit,
  maxBytes: 20 * MEGABYTE,
  parameters: [],

  async read(file, context): Promise<ImportCounts> {
    const { tx, viewer, faults } = context;
    await stageRows(tx, STAGED, stagedRows(readCsv(file, COLUMNS, faults), faults));
    const strategies = await locked(context, await resolveStaged(tx, viewer));
    await context.progress(0.3);
    for (const fault of await faultsStaged(tx, viewer)) faults.add(fault);
    if (faults.count > 0) return { created: 0, updated: 0, unchanged: 0 };

    const total = { created: 0, updated: 0, unchanged: 0 };
    for (const { strategyId, removed, created, updated, unchanged } of await changesStaged(tx, viewer)) {
      total.created += created;
      total.updated += updated;
      total.unchanged += unchanged;
      const strategy = strategies.get(strategyId);
      if (strategy && created + updated + removed > 0)
        // oxlint-disable-next-line no-await-in-loop
        await replace(context, strategy);
    }
    return total;
  },
};

/** Kept from other edits until the import ends; in one order, so that two imports never wait for each other. */
async function locked(
  { tx, viewer: { organizationId } }: ImportContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Strategy>> {
  const strategies = await tx.find(Strategy, {
    where: { organizationId, id: In([...ids]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return new Map(strategies.map((strategy) => [strategy.id, strategy]));
}

async function replace({ tx, viewer, personId }: ImportContext, strategy: Strategy): Promise<void> {
  await updateGuarded(tx, Strategy, strategy, { expectedVersion: strategy.version, set: {} });
  const version = await versionToFill(tx, { ...viewer, personId }, strategy, null);
  await fillFromStaged(tx, strategy, version);
}

async function* stagedRows(
  rows: AsyncIterable<CsvRow<Column>>,
  faults: FaultList,
): AsyncGenerator<StagedRequirement> {
  for await (const { line, cells } of rows) {
    const tell = (column: Column, message: string): null => {
      faults.add({ line, column, message });
      return null;
    };
    yield {
      line,
      strategy: cells.strategy,
      capability_code: cells.capability_code,
      leadership_level: cells.leadership_level,
      required_level: levelIn(cells.required_level, (message) => tell('required_level', message)),
      weight: weightIn(cells.weight, (message) => tell('weight', message)),
      critical: criticalIn(cells.critical, (message) => tell('critical', message)),
      strategy_id: null,
      capability_id: null,
      leadership_level_id: null,
    };
  }
}

type Tell = (message: string) => null;
const DECIMAL = /^[+-]?\d+(\.\d+)?$/;

/** Null cells were told by the reader of the file. */
function levelIn(cell: string | null, tell: Tell): number | null {
  if (cell === null) return null;
  const level = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
  return level >= 1 && level <= 5 ? level : tell(`A level is a number from 1 to 5, not ${cell}.`);
}

function weightIn(cell: string | null, tell: Tell): number | null {
  if (cell === null) return null;
  const weight = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
  return weight > 0 && Number.isFinite(weight) ? weight : tell(`A weight is a number above 0, not ${cell}.`);
}

function criticalIn(cell: string | null, tell: Tell): boolean | null {
  if (cell === null || cell === 'false') return false;
  return cell === 'true' || tell(`critical is true or false, not ${cell}.`);
}
