import { GrantableRole } from '@alidade/access';
import { AssessmentRound, Rating, RatingRequest, RoundCapability, RoundSubject } from '@alidade/database';
import type { Capability } from '@alidade/database';
import { seededRandom } from '@alidade/statistics';
import type { RandomGenerator } from '@alidade/statistics';
import { randomBytes } from 'node:crypto';
import type { TestExecutive, TestOrganization } from './organization.js';
import type { Program } from './program.js';
import { shuffled } from './random-rounds.js';
import type { Said } from './random-rounds.js';
import { until } from './until.js';

/** Subjects in three units: one that is shown by itself, one of four and one of two that are not. */
const UNITS = [6, 4, 2];
export const SUBJECTS = UNITS.reduce((sum, size) => sum + size, 0);
const RATERS = 40;

const REPORT = `query Report($roundId: ID!, $executiveId: ID!) {
  releasedScores(roundId: $roundId, executiveId: $executiveId) {
    capability { code } others self selfView requiredLevel groups { group pooledOf mean respondents } suppressedGroups
    standardError ratersNeeded agreement comments
  }
}`;
const EXECUTIVE = `query Executive($id: ID!) {
  executive(id: $id) {
    levels { capability { code } level standardError source evidenceOn stale }
    required { capability { code } requiredLevel gap }
    readiness { strategy { title } band value low high coverage parts { level { level } attainment share contribution } }
  }
}`;
const FIGURES = `executives suppressed readyNow readySoon developing insufficientEvidence readyShare meanReadiness
  meanCoverage gaps { capability { code } belowRequired assessed meanGap priority critical }`;
const POPULATION = `query Population($population: PopulationInput) {
  strategies { title readiness(population: $population) { ${FIGURES} } }
}`;
const HEAT = `{ strategies { title heatMap(by: UNIT) {
  columns { unit { name } executives suppressed } rows { capability { code } cells { assessed belowRequired meanGap suppressed } } } } }`;
const ROUNDS = '{ assessmentRounds { name status asked answered declined evidenceOn } }';

/** Gaps that are withheld come in the order of their ids, which are random. */
const asComparable = (key: string, value: unknown): unknown => {
  if (key === 'gaps' && Array.isArray(value))
    return value.toSorted((a, b) => (a.capability.code < b.capability.code ? -1 : 1));
  return typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value;
};

/** What everybody was shown, in words that hold no id: answers of two worlds can be compared to the last byte. */
export interface Seen {
  readonly who: string;
  readonly what: string;
  readonly answer: string;
}

/** An organization in which random rounds are asked, answered, released and looked at by every kind of viewer. */
export class AnonymityWorld {
  private constructor(
    private readonly program: Program,
    private readonly org: TestOrganization,
    private readonly people: {
      readonly boss: TestExecutive;
      readonly subjects: readonly TestExecutive[];
      readonly raters: readonly string[];
      readonly units: readonly string[];
      readonly capabilities: readonly Capability[];
    },
    private readonly tokens: ReadonlyMap<string, string>,
  ) {}

  /** Names, units and strategy are the same each time. */
  static async in(program: Program, rounds: number): Promise<AnonymityWorld> {
    const org = await program.organization();
    const { organizationId } = org;
    const top = await org.unit('Company');
    const level = await org.level('Director');
    const boss = await org.executive('The boss', { unit: top, level });
    const units: string[] = [];
    const subjects: TestExecutive[] = [];
    for (const [i, size] of UNITS.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      const unit = await org.unit(`Unit ${i}`, top);
      units.push(unit.id);
      for (let j = 0; j < size; j += 1) {
        const manager = i === 2 && j === 1 ? subjects.at(-1) : boss;
        // oxlint-disable-next-line no-await-in-loop
        subjects.push(await org.executive(`Subject ${i}${j}`, { unit, level, ...(manager && { manager }) }));
      }
    }
    const raters: { id: string }[] = await org.within((tx) =>
      tx.query(
        `INSERT INTO person (organization_id) SELECT $1 FROM generate_series(1, ${RATERS}) RETURNING id`,
        [organizationId],
      ),
    );
    const capabilities: Capability[] = [];
    for (let i = 0; i < rounds; i += 1)
      // oxlint-disable-next-line no-await-in-loop
      capabilities.push(await org.capability(`capability-${i}`));
    await org.strategy(
      'Grow',
      capabilities.map((each) => [each, 4] as const),
    );
    const tokens = new Map([
      ['designer', await org.designer()],
      ['viewer', await org.tokenOf([GrantableRole.ExecutiveViewer])],
      ['administrator', await org.administrator()],
      ['boss', boss.token],
      ['colleague', subjects[0]?.token ?? ''],
    ]);
    const people = { boss, subjects, units, capabilities, raters: raters.map(({ id }) => id) };
    return new AnonymityWorld(program, org, people, tokens);
  }

  /** @returns everything anybody saw, before and after the release */
  async play(rounds: readonly (readonly Said[])[], seed: number): Promise<Seen[]> {
    const random = seededRandom(seed);
    const ids: string[] = [];
    for (const [i, said] of rounds.entries())
      // oxlint-disable-next-line no-await-in-loop
      ids.push(await this.ask(i, said, random));
    const seen = await this.look(ids, 'open');
    const designer = this.tokens.get('designer') ?? '';
    for (const move of ['closeAssessmentRound', 'releaseAssessmentRound'])
      for (const id of ids) {
        const document = `mutation Move($id: ID!) { ${move}(id: $id) { status } }`;
        // oxlint-disable-next-line no-await-in-loop
        const { codes } = await this.program.as(designer, document, { id });
        if (codes.length > 0) throw new Error(`${move}: ${codes.join()}`);
      }
    await until('releases and readiness', async () => {
      const [{ active }] = await this.program.db.query(
        `SELECT count(*) AS active FROM job WHERE organization_id = $1 AND status IN ('QUEUED', 'RUNNING')`,
        [this.org.organizationId],
      );
      return active === 0;
    });
    return [...seen, ...(await this.look(ids, 'released'))];
  }

  /** One round about one capability, as it stands when everybody has said what they have to say. */
  private async ask(i: number, said: readonly Said[], random: RandomGenerator): Promise<string> {
    const { organizationId } = this.org;
    const capabilityId = this.people.capabilities[i]?.id ?? '';
    const requests: object[] = [];
    const ratings: object[] = [];
    return this.org.within(async (tx) => {
      const { id: roundId } = await tx.save(AssessmentRound, {
        organizationId,
        name: `Round ${i}`,
        occasion: 'BASELINE',
        purpose: 'READINESS',
        opensOn: '2026-03-01',
        closesOn: '2026-03-31',
        status: 'OPEN',
        policyVersion: 1,
        raterSecret: randomBytes(32),
      });
      await tx.insert(RoundCapability, {
        organizationId,
        roundId,
        capabilityId,
        position: 0,
        frameworkVersion: 1,
      });
      for (const [at, { executiveId }] of this.people.subjects.entries()) {
        const { answers, declined } = said[at] ?? { answers: [], declined: 0 };
        const raters = shuffled(this.people.raters, random);
        const of = { organizationId, roundId, executiveId };
        for (const { group, level, comment } of answers) {
          const raterKey = randomBytes(16);
          requests.push({ ...of, personId: raters.pop(), raterGroup: group, status: 'SUBMITTED' });
          ratings.push({ ...of, capabilityId, raterKey, revision: 1, raterGroup: group, level, comment });
        }
        for (let n = 0; n < declined; n += 1)
          requests.push({
            ...of,
            personId: raters.pop(),
            raterGroup: 'PEER',
            status: 'DECLINED',
            declineReason: 'x',
          });
      }
      await tx.insert(
        RoundSubject,
        this.people.subjects.map(({ executiveId }) => ({ organizationId, roundId, executiveId })),
      );
      await tx.insert(RatingRequest, shuffled(requests, random));
      await tx.insert(Rating, shuffled(ratings, random));
      return roundId;
    });
  }

  private async look(roundIds: readonly string[], when: string): Promise<Seen[]> {
    const seen: Seen[] = [];
    const ask = async (who: string, what: string, [query, variables]: readonly [string, object]) => {
      const token = this.tokens.get(who) ?? this.people.subjects[Number(who)]?.token ?? '';
      const { data, codes } = await this.program.as(token, query, variables);
      // What is made of levels adds them up in an order of ids, which shows in the last bits.
      const comparable = what.startsWith('report') ? undefined : asComparable;
      seen.push({
        who,
        what: `${when} ${what}`,
        answer: JSON.stringify(codes.length > 0 ? codes : data, comparable),
      });
    };
    const populations: [string, object][] = [
      ['all', {}],
      ...this.people.units.map((unitId, i): [string, object] => [`unit ${i}`, { population: { unitId } }]),
    ];
    for (const who of this.tokens.keys()) {
      // oxlint-disable-next-line no-await-in-loop
      await ask(who, 'rounds', [ROUNDS, {}]);
      // oxlint-disable-next-line no-await-in-loop
      await ask(who, 'heat map', [HEAT, {}]);
      for (const [name, variables] of populations)
        // oxlint-disable-next-line no-await-in-loop
        await ask(who, name, [POPULATION, variables]);
    }
    for (const [i, { executiveId: id }] of this.people.subjects.entries()) {
      for (const who of ['designer', 'boss', 'viewer', 'colleague', String(i)])
        // oxlint-disable-next-line no-await-in-loop
        await ask(who, `executive ${i}`, [EXECUTIVE, { id }]);
      for (const [round, roundId] of roundIds.entries())
        for (const who of round === 0 ? ['designer', 'boss', 'administrator', String(i)] : ['designer'])
          // oxlint-disable-next-line no-await-in-loop
          await ask(who, `report ${round} of ${i}`, [REPORT, { roundId, executiveId: id }]);
    }
    return seen;
  }
}
