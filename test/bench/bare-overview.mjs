// The readiness overview as one would write it for speed alone: node:http, pg, one statement, no framework. It binds
// the organization in a transaction, as the product does, and answers the same bytes. Asks nobody who they are.
import http from 'node:http';
import pg from 'pg';

const { DATABASE_URL, ORGANIZATION, DAY } = process.env;
/** Of date and bigint: a day stays text, a count becomes a number. */
const PARSERS = new Map([
  [1082, (text) => text],
  [20, Number],
]);
const pool = new pg.Pool({
  connectionString: DATABASE_URL,
  max: 10,
  pipeline: true,
  types: { getTypeParser: (oid, format) => PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format) },
});

const STATEMENT = `
  SELECT strategy.title, version.weight, tally.executives, tally.ready_now, tally.ready_soon, tally.developing,
         tally.insufficient_evidence, tally.value_sum, tally.coverage_sum, tally.capabilities,
         (SELECT jsonb_object_agg(id, code) FROM capability WHERE organization_id = $1) AS codes
  FROM strategy
  JOIN strategy_version version ON version.organization_id = $1 AND version.strategy_id = strategy.id
    AND version.approved_at IS NOT NULL AND version.valid_from <= $2 AND version.valid_to > $2
  JOIN readiness_tally tally ON tally.organization_id = $1 AND tally.strategy_id = strategy.id AND tally.unit_id = $1
    AND tally.valid_from <= $2 AND tally.valid_to > $2
  WHERE strategy.organization_id = $1 AND strategy.status = 'APPROVED'
  ORDER BY version.weight DESC, strategy.title, strategy.id, tally.leadership_level_id`;

async function tallies() {
  const client = await pool.connect();
  try {
    const begun = client.query(
      `BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL app.organization = '${ORGANIZATION}'`,
    );
    const read = client.query({ name: 'overview', text: STATEMENT, values: [ORGANIZATION, DAY] });
    const [, { rows }] = await Promise.all([begun, read]);
    await client.query('COMMIT');
    return rows;
  } finally {
    client.release();
  }
}

const sum = (rows, key) => rows.reduce((total, row) => total + row[key], 0);

function gapsOf(rows, weight) {
  const sums = new Map();
  for (const { capabilities } of rows)
    for (const [id, [, , assessed, below, gap, weighted]] of Object.entries(capabilities)) {
      const own = sums.get(id) ?? { assessed: 0, below: 0, gap: 0, weighted: 0 };
      own.assessed += assessed;
      own.below += below;
      own.gap += gap;
      own.weighted += weighted;
      sums.set(id, own);
    }
  return [...sums]
    .filter(([, { assessed }]) => assessed > 0)
    .map(([id, { assessed, below, gap, weighted }]) => ({
      capability: { code: rows[0].codes[id] },
      belowRequired: below,
      assessed,
      meanGap: gap / assessed,
      priority: (weight * weighted) / assessed,
    }))
    .toSorted((a, b) => b.priority - a.priority)
    .slice(0, 5);
}

function overviewOf(rows) {
  const byTitle = Map.groupBy ? Map.groupBy(rows, ({ title }) => title) : grouped(rows);
  return [...byTitle].map(([title, own]) => {
    const [readyNow, readySoon, developing] = ['ready_now', 'ready_soon', 'developing'].map((key) =>
      sum(own, key),
    );
    return {
      title,
      readiness: {
        readyNow,
        readySoon,
        developing,
        insufficientEvidence: sum(own, 'insufficient_evidence'),
        meanReadiness: sum(own, 'value_sum') / (readyNow + readySoon + developing),
        meanCoverage: sum(own, 'coverage_sum') / sum(own, 'executives'),
        gaps: gapsOf(own, own[0].weight),
      },
    };
  });
}

function grouped(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.title, [...(groups.get(row.title) ?? []), row]);
  return groups;
}

async function answer(response) {
  const body = JSON.stringify({ data: { strategies: overviewOf(await tallies()) } });
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body);
}

const server = http.createServer((request, response) => {
  request.resume().on('end', () => void answer(response));
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit(0));
