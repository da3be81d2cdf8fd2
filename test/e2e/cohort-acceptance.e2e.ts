import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Enrollment, OutboxMail, Person } from '@alidade/database';
import { DesignTable, designWorld, seatsIn } from '../support/cohort-designs.js';
import type { DesignWorld } from '../support/cohort-designs.js';
import type { TestExecutive } from '../support/organization.js';
import { Program } from '../support/program.js';
import { TestWorker } from '../support/worker.js';

const DESIGN = 'query Design($id: ID!) { cohortDesign(id: $id) { acceptedRun { id } publishedRun { id } } }';

/** The code of a refused write, or 'done'. */
const refusal = (write: Promise<unknown>) =>
  write.then(
    () => 'done',
    ({ code }) => code,
  );

describe('an accepted run', () => {
  let program: Program;
  let worker: TestWorker;
  let world: DesignWorld;
  let table: DesignTable;
  beforeAll(async () => {
    program = await Program.start();
    worker = await TestWorker.start(program);
  });
  beforeEach(async () => {
    world = await designWorld(program);
    table = new DesignTable(program, world.designer);
  });
  afterAll(async () => {
    await worker.stop();
    await program[Symbol.asyncDispose]();
  });

  const enrollmentsOf = ({ organizationId, executiveId }: TestExecutive) =>
    world.org.within((tx) => tx.findBy(Enrollment, { organizationId, executiveId }));
  const mailsTo = ({ organizationId, personId }: TestExecutive) =>
    world.org.within((tx) => tx.findBy(OutboxMail, { organizationId, personId }));

  it('becomes pending seats that only designers see, and with the publication confirmed ones that people are told of', async () => {
    const design = await table.create(world.cohorts);
    const run = await table.solved(design.id);
    const accepted = await table.accept(run.id);
    expect(accepted.version).toBe(2);
    const seats = seatsIn(run);
    const placed = world.people.filter(({ executiveId }) => executiveId in seats);
    const [ana] = placed;
    if (!ana) throw new Error('Nobody is placed');
    expect(await enrollmentsOf(ana)).toMatchObject([{ status: 'PENDING', cohortId: seats[ana.executiveId] }]);
    const own = '{ myEnrollments { status cohort { name } reasons { points strategy { title } } } }';
    expect((await program.as(ana.token, own)).data.myEnrollments).toEqual([]);
    expect(await mailsTo(ana)).toEqual([]);
    const preview = await table.ask(
      'query P($id: ID!) { publicationPreview(designId: $id) { news executive { id } cohort { id } fromCohort { id } subject body } }',
      { id: design.id },
    );
    expect(preview).toHaveLength(6);
    expect(preview).toContainEqual(
      expect.objectContaining({
        news: 'CONFIRMED',
        executive: { id: ana.executiveId },
        fromCohort: null,
        subject: expect.stringMatching(/^Your seat in (Spring|Autumn)$/),
      }),
    );

    expect(await refusal(table.publish({ ...accepted, version: 1 }))).toBe('CONFLICT');
    const published = await table.publish(accepted);
    expect(published.version).toBe(3);
    expect(await enrollmentsOf(ana)).toMatchObject([{ status: 'CONFIRMED' }]);
    const [mail] = await mailsTo(ana);
    const told = preview.find(({ executive }: any) => executive.id === ana.executiveId);
    expect(mail).toMatchObject({ subject: told.subject, body: told.body });
    const [mine] = (await program.as(ana.token, own)).data.myEnrollments;
    expect(mine.reasons.length).toBeGreaterThan(0);
    expect(mine.reasons[0].strategy.title).toBe('Grow');
    const colleague = placed.find(
      ({ executiveId }) => executiveId !== ana.executiveId && seats[executiveId] === seats[ana.executiveId],
    );
    const seen = await program.as(
      colleague!.token,
      'query C($id: ID!) { cohort(id: $id) { enrollments { person { id } reasons { points } } } }',
      { id: seats[ana.executiveId] },
    );
    const ofAna = seen.data.cohort.enrollments.find(({ person }: any) => person.id === ana.personId);
    expect(ofAna.reasons).toEqual([]);
    expect(await refusal(table.publish(published))).toBe('CONFLICT');
    expect(await table.ask(DESIGN, { id: design.id })).toMatchObject({
      acceptedRun: { id: run.id },
      publishedRun: { id: run.id },
    });
  });

  it('puts a later run in the place of an accepted one, and is refused when cohorts or people changed since', async () => {
    const { organizationId } = world.org;
    const design = await table.create(world.cohorts);
    const first = await table.solved(design.id);
    await table.accept(first.id);
    const [ana] = world.people;
    await table.setRules(
      { ...design, version: 2 },
      { forbidden: world.cohorts.map(({ id: cohortId }) => ({ executiveId: ana!.executiveId, cohortId })) },
    );
    const second = await table.solved(design.id);
    await table.accept(second.id);
    expect(await enrollmentsOf(ana!)).toEqual([]);
    const pending = await world.org.within((tx) =>
      tx.countBy(Enrollment, { organizationId, status: 'PENDING' }),
    );
    expect(pending).toBe(second.placements.length);
    const [someone] = second.placements;
    const changed = world.people.find(({ executiveId }) => executiveId === someone.executive.id)!;
    await world.org.within((tx) =>
      tx.update(Person, { organizationId, id: changed.personId }, { languages: ['fr'] }),
    );
    await expect(table.accept(second.id)).rejects.toThrow(new RegExp(`Person .*languages`));
    expect(await refusal(table.publish({ ...design, version: 4 }))).toBe('CONFLICT');
    await world.org.within((tx) =>
      tx.update(Person, { organizationId, id: changed.personId }, { languages: [] }),
    );
    await table.ask('mutation Cancel($id: ID!) { cancelCohort(id: $id, reason: "No room") { status } }', {
      id: someone.cohort.id,
    });
    expect(await refusal(table.accept(second.id))).toBe('CONFLICT');
    expect(await mailsTo(changed)).toEqual([]);
  });
});
