import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Permission } from '@alidade/access';
import { ImportKind, RoundStatus } from '@alidade/database';
import type { AssessmentRound } from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import { RaterGroup } from '@alidade/release';
import { readCsv } from '../../imports/csv.js';
import type { CsvRow } from '../../imports/csv.js';
import type { FaultList, ImportContext, ImportCounts, ImportReader } from '../../imports/import-reader.js';
import { ImportReaders } from '../../imports/import-readers.js';
import { stageRows } from '../../imports/staging.js';
import { addRatings, faultsOfStaged, STAGED_RATINGS } from './ratings.staging.js';
import type { StagedRating } from './ratings.staging.js';
import { raterKeyOf } from './rater-key.js';
import { requireRound } from '../rounds/rounds.queries.js';

const COLUMNS = {
  known: ['subject_external_id', 'rater', 'rater_group', 'capability_code', 'level', 'comment'],
  required: ['subject_external_id', 'rater', 'rater_group', 'capability_code', 'level'],
} as const;
type Column = (typeof COLUMNS.known)[number];

const NOT_OBSERVED = 'NOT_OBSERVED';
const LEVEL = /^[1-5]$/;
const LONGEST_COMMENT = 4000;
const LARGEST_FILE = 1024 * 1024 * 1024;

/** Ratings of a past or outside round, while that round is open. */
@Injectable()
export class RatingsImport implements ImportReader, OnModuleInit {
  readonly kind = ImportKind.RATINGS;
  readonly permission = Permission.ImportRatings;
  readonly maxBytes = LARGEST_FILE;
  readonly parameters = ['roundId'];

  constructor(private readonly readers: ImportReaders) {}

  onModuleInit(): void {
    this.readers.register(this);
  }

  async read(file: AsyncIterable<Buffer>, context: ImportContext): Promise<ImportCounts> {
    const { tx, viewer, parameters, faults } = context;
    const round = await requireRound(tx, viewer, parameters['roundId'] ?? '');
    if (round.status !== RoundStatus.OPEN || !round.raterSecret || !round.imported)
      throw new UseCaseError('CONFLICT', 'Ratings are taken by an imported round while it is open.');
    await stageRows(tx, STAGED_RATINGS, this.staged(file, round, faults));
    await faultsOfStaged(tx, round, faults);
    if (faults.count > 0) return { created: 0, updated: 0, unchanged: 0 };
    return addRatings(tx, round);
  }

  private async *staged(
    file: AsyncIterable<Buffer>,
    { raterSecret }: AssessmentRound,
    faults: FaultList,
  ): AsyncGenerator<StagedRating> {
    const secret = raterSecret ?? Buffer.alloc(0);
    for await (const row of readCsv(file, COLUMNS, faults)) yield ratingIn(row, secret, faults);
  }
}

/** What one row says; a cell that says nothing sensible is told and left empty. The rater's own key goes no further than here. */
function ratingIn({ line, cells }: CsvRow<Column>, secret: Buffer, faults: FaultList): StagedRating {
  const { subject_external_id: subject, rater, comment } = cells;
  if ((comment?.length ?? 0) > LONGEST_COMMENT)
    faults.add({ line, column: 'comment', message: `A comment has at most ${LONGEST_COMMENT} characters.` });
  return {
    line,
    subject,
    rater: rater === null ? null : raterKeyOf(secret, subject ?? '', rater).toString('hex'),
    rater_group: groupIn(line, cells.rater_group, faults),
    capability_code: cells.capability_code,
    level: levelIn(line, cells.level, faults),
    comment,
  };
}

function groupIn(line: number, cell: string | null, faults: FaultList): string | null {
  if (cell === null) return null;
  const known = Object.values<string>(RaterGroup);
  if (known.includes(cell.toUpperCase())) return cell.toUpperCase();
  const message = `There is no rater group ${cell}; there are ${known.join(', ')}.`;
  faults.add({ line, column: 'rater_group', message });
  return null;
}

/** Not observed is null, as a faulty level is; with a fault nothing of the file is kept. */
function levelIn(line: number, cell: string | null, faults: FaultList): number | null {
  if (cell === null || cell.toUpperCase() === NOT_OBSERVED) return null;
  if (LEVEL.test(cell)) return Number(cell);
  faults.add({ line, column: 'level', message: `A level is 1 to 5, or ${NOT_OBSERVED}; not ${cell}.` });
  return null;
}
