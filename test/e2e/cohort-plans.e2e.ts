import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DesignTable, designWorld, seatsIn } from '../support/cohort-designs.js';
import type { DesignWorld } from '../support/cohort-designs.js';
import { Program } from '../support/program.js';
import { TestWorker } from '../support/worker.js';

const WHY = `query Why($id: ID!) { cohortRun(id: $id) {
  placements { executive { id } cohort { id } alternatives { cohort { name } difference blockedBy blockedByRules { rule executives { id } cohorts { name } } } }
  unplaced { executive { id } reasons alternatives { difference cohort { name } } }
  conflicts { rule explanation executives { id } cohorts { name } }
} }`;
const TRY = `query Try($runId: ID!, $executiveId: ID!, $cohortId: ID) {
  moveConsequence(runId: $runId, executiveId: $executiveId, cohortId: $cohortId) {
    difference benefitDifference costDifference breaks { rule explanation executives { id } cohorts { id } } bestSwap { id } bestSwapDifference
  }
}`;
const MOVE = `mutation Move($runId: ID!, $executiveId: ID!, $cohortId: ID) {
  moveByHand(runId: $runId, executiveId: $executiveId, cohortId: $cohortId) {
    id status objective copiedFrom { id } breaks { rule explanation } placements { executive { id } cohort { id } }
  }
}`;
const COMPARE = `query Compare($a: ID!, $b: ID!) {
  compareCohortRuns(firstId: $a, secondId: $b) {
    objectiveDifference benefitDifference kept openedIds closedIds
    moves { executive { id } from { name } to { name } benefitDifference } units { name benefitDifference }
  }
}`;

describe('the plan of a run', () => {
  let program: Program;
  let worker: TestWorker;
  let world: DesignWorld;
  let table: DesignTable;
  let design: { id: string; version: number };
  let run: any;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
    world = await designWorld(program);
    table = new DesignTable(program, world.designer);
    design = await table.create(world.cohorts);
    run = await table.solved(design.id);
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });

  const unplacedIds = () =>
    world.people.map(({ executiveId }) => executiveId).filter((id) => !(id in seatsIn(run)));
  const attempt = (executiveId: string, cohortId: string | null) =>
    table.ask(TRY, { runId: run.id, executiveId, cohortId });

  it('says what else somebody could do, and in words why nobody else has a seat', async () => {
    const { placements, unplaced } = await table.ask(WHY, { id: run.id });
    expect(unplaced.map(({ executive }: any) => executive.id).toSorted()).toEqual(unplacedIds().toSorted());
    const [{ alternatives }] = placements;
    expect(alternatives).toHaveLength(1);
    expect(alternatives[0].blockedBy[0]).toMatch(/^(Spring|Autumn) has seats for 3 executives, not for 4\.$/);
    expect(alternatives[0].blockedByRules[0]).toMatchObject({
      rule: 'seats',
      cohorts: [{ name: alternatives[0].cohort.name }],
    });
    for (const { reasons } of unplaced) expect(reasons.join(' ')).toMatch(/Spring|Autumn/);
    expect(JSON.stringify(unplaced.map(({ reasons }: any) => reasons))).not.toMatch(/[\da-f]{8}-[\da-f]{4}/);
  });

  it('tells what a move would do, with the best exchange, and changes nothing', async () => {
    const [out] = unplacedIds();
    const [spring] = world.cohorts;
    const tried = await attempt(out!, spring.id);
    expect(tried.breaks).toMatchObject([{ rule: 'seats', cohorts: [{ id: spring.id }] }]);
    expect(tried.breaks[0].explanation).toBe('Spring has seats for 3 executives, not for 4.');
    expect(tried.difference).toBeGreaterThan(0);
    expect(seatsIn(run)[tried.bestSwap.id]).toBe(spring.id);
    expect(tried.bestSwapDifference).toBeLessThanOrEqual(1e-9);
    const [seated] = Object.keys(seatsIn(run));
    const away = await attempt(seated!, null);
    expect(away).toMatchObject({ breaks: [], bestSwap: null });
    expect(away.difference).toBeLessThan(0);
    expect(seatsIn(await table.run(run.id))).toEqual(seatsIn(run));
    await expect(attempt(crypto.randomUUID(), spring.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(attempt(out!, crypto.randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is moved by hand in a copy, which says what it breaks, compares with the run and is accepted only when seats suffice', async () => {
    const [out] = unplacedIds();
    const seats = seatsIn(run);
    const [spring] = world.cohorts;
    const copy = await table.ask(MOVE, { runId: run.id, executiveId: out, cohortId: spring.id });
    expect(copy).toMatchObject({ status: 'SUCCEEDED', copiedFrom: { id: run.id } });
    expect(copy.breaks).toMatchObject([
      { rule: 'seats', explanation: 'Spring has seats for 3 executives, not for 4.' },
    ]);
    await expect(table.accept(copy.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    const gone = Object.keys(seats).find((id) => seats[id] === spring.id);
    const again = await table.ask(MOVE, { runId: copy.id, executiveId: gone, cohortId: null });
    expect(again).toMatchObject({ id: copy.id, breaks: [] });
    const compared = await table.ask(COMPARE, { a: run.id, b: copy.id });
    expect(compared.objectiveDifference).toBeCloseTo(again.objective - run.objective, 9);
    expect(compared).toMatchObject({ kept: 5, openedIds: [], closedIds: [] });
    expect(compared.moves).toHaveLength(2);
    expect(compared.moves).toContainEqual(
      expect.objectContaining({ executive: { id: out }, from: null, to: { name: 'Spring' } }),
    );
    const total = compared.units.reduce(
      (sum: number, { benefitDifference }: any) => sum + benefitDifference,
      0,
    );
    expect(total).toBeCloseTo(compared.benefitDifference, 9);
    await table.accept(copy.id);
    const after = await table.ask(MOVE, { runId: copy.id, executiveId: out, cohortId: null });
    expect(after.id).not.toBe(copy.id);
  });

  it('is not there when the rules contradict each other; the rules are named in words, with whom they concern', async () => {
    const fresh = await designWorld(program);
    const desk = new DesignTable(program, fresh.designer);
    const { executiveId } = fresh.people[0]!;
    const [{ id: cohortId }] = fresh.cohorts;
    const other = await desk.create(fresh.cohorts);
    await desk.setRules(other, {
      locked: [{ executiveId, cohortId }],
      forbidden: [{ executiveId, cohortId }],
    });
    const failed = await desk.solved(other.id);
    expect(failed).toMatchObject({ status: 'INFEASIBLE', objective: null, placements: [] });
    const { conflicts, unplaced } = await desk.ask(WHY, { id: failed.id });
    expect(unplaced).toEqual([]);
    const concerned = { executives: [{ id: executiveId }], cohorts: [{ name: 'Spring' }] };
    expect(conflicts).toEqual([
      { rule: 'locked', explanation: 'Person 1 is locked into Spring.', ...concerned },
      {
        rule: 'forbidden',
        explanation: 'Person 1 may not sit in Spring: this placement is forbidden.',
        ...concerned,
      },
    ]);
    await expect(desk.accept(failed.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('moves few people when it is run again against what is published', async () => {
    const fresh = await designWorld(program);
    const desk = new DesignTable(program, fresh.designer);
    const first = await desk.create(fresh.cohorts);
    const before = await desk.solved(first.id);
    await desk.publish(await desk.accept(before.id));
    const [gone] = Object.entries(seatsIn(before));
    const [executiveId, cohortId] = gone!;
    await desk.setRules({ ...first, version: 3 }, { forbidden: [{ executiveId, cohortId }] });
    const after = await desk.solved(first.id, { seed: 99 });
    const kept = Object.entries(seatsIn(after)).filter(([id, where]) => seatsIn(before)[id] === where);
    expect(kept.length).toBeGreaterThanOrEqual(4);
    await desk.accept(after.id);
    const preview = await desk.ask(
      'query P($id: ID!) { publicationPreview(designId: $id) { news executive { id } fromCohort { id } } }',
      { id: first.id },
    );
    expect(preview).toHaveLength(
      new Set([...Object.keys(seatsIn(before)), ...Object.keys(seatsIn(after))]).size - kept.length,
    );
    expect(preview.map(({ news }: any) => news)).toEqual(
      expect.arrayContaining([expect.stringMatching(/MOVED|TAKEN_BACK/)]),
    );
  });
});
