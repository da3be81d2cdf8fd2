import { LevelEvidence, LevelFact, RatingRequest } from '@alidade/database';
import type { AssessmentRound } from '@alidade/database';
import { recordAudit } from '../../../apps/api/src/platform/audit.js';
import type { AccessRow, AccessWorld } from '../../support/access.js';
import { aReleasedScore, aRound } from '../../support/assessments.js';

const someone = ({ here, unit }: AccessWorld, more = {}) =>
  here.executive(`Person ${crypto.randomUUID()}`, { unit, ...more });

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const move = (operation: string, more: Partial<AssessmentRound>): AccessRow => ({
  operation: `Mutation.${operation}`,
  document: `mutation Move($id: ID!) { ${operation}(id: $id) { id } }`,
  roles: ['DESIGNER'],
  arrange: async ({ here }) => {
    const { id } = await aRound(here, [], [], more);
    return { variables: { id }, seen: id };
  },
  otherRoles: 'FORBIDDEN',
  outOfScope: 'FORBIDDEN',
  elsewhere: 'NOT_FOUND',
});

export const rows: readonly AccessRow[] = [
  {
    operation: 'Query.assessmentRounds',
    document: '{ assessmentRounds { id } }',
    roles: [],
    arrange: async ({ here }) => ({ seen: (await aRound(here, [], [])).id, also: [await here.tokenOf([])] }),
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.assessmentRound',
    document: 'query Round($id: ID!) { assessmentRound(id: $id) { id } }',
    roles: [],
    arrange: async ({ here }) => {
      const { id } = await aRound(here, [], []);
      return { variables: { id }, seen: id, also: [await here.tokenOf([])] };
    },
    otherRoles: 'ALLOWED',
    outOfScope: 'ALLOWED',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.releasedScores',
    document: `query Scores($roundId: ID!, $executiveId: ID!) {
      releasedScores(roundId: $roundId, executiveId: $executiveId) { capability { id } }
    }`,
    roles: ['READINESS_VIEW_NAMED', 'DESIGNER'],
    arrange: async (world) => {
      const executive = await someone(world);
      const capability = await world.here.capability(`c-${crypto.randomUUID()}`);
      const round = await aRound(world.here, [executive], [capability], {
        status: 'RELEASED',
        evidenceOn: '2026-03-31',
      });
      await aReleasedScore(world.here, round, executive, capability);
      const { executiveId, token } = executive;
      return { variables: { roundId: round.id, executiveId }, seen: capability.id, also: [token] };
    },
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.myReports',
    document: '{ myReports { round { id } } }',
    roles: [],
    arrange: async (world) => {
      const executive = await someone(world);
      const { id } = await aRound(world.here, [executive], [], {
        status: 'RELEASED',
        evidenceOn: '2026-03-31',
      });
      return { seen: id, also: [executive.token] };
    },
    otherRoles: 'UNSEEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Query.reportLooks',
    document: `query Looks($roundId: ID!, $executiveId: ID!) {
      reportLooks(roundId: $roundId, executiveId: $executiveId) { person { id } }
    }`,
    roles: ['ADMINISTRATOR'],
    arrange: async (world) => {
      const executive = await someone(world);
      const { id } = await aRound(world.here, [executive], [], {
        status: 'RELEASED',
        evidenceOn: '2026-03-31',
      });
      const { personId } = await world.here.person(`Coach ${crypto.randomUUID()}`);
      const { organizationId } = world.here;
      const { executiveId, token } = executive;
      await world.here.within((tx) =>
        recordAudit(
          tx,
          { organizationId, personId },
          {
            action: 'REPORT_READ',
            subjectId: executiveId,
            detail: { roundId: id },
          },
        ),
      );
      return { variables: { roundId: id, executiveId }, seen: personId, also: [token] };
    },
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.roundCompletion',
    document: 'query Completion($id: ID!) { roundCompletion(roundId: $id) { unit { id } } }',
    roles: ['DESIGNER'],
    arrange: async (world) => {
      const executive = await someone(world);
      const { id } = await aRound(world.here, [executive], [], { imported: false, status: 'OPEN' });
      const { organizationId } = world.here;
      const { executiveId, personId } = executive;
      const request = { organizationId, roundId: id, executiveId, personId };
      await world.here.within((tx) =>
        tx.insert(RatingRequest, { ...request, raterGroup: 'SELF', status: 'OPEN' }),
      );
      return { variables: { id }, seen: world.unit.id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Query.levelsTurningStale',
    document: '{ levelsTurningStale(withinDays: 30) { executive { id } } }',
    roles: ['DESIGNER'],
    arrange: async (world) => {
      const { executiveId } = await someone(world);
      const { id: capabilityId } = await world.here.capability(`c-${crypto.randomUUID()}`);
      const { organizationId } = world.here;
      await world.here.within(async (tx) => {
        const evidence = { organizationId, executiveId, capabilityId, source: 'PANEL', level: 3 } as const;
        const { id: evidenceId } = await tx.save(LevelEvidence, {
          ...evidence,
          evidenceOn: day(-500),
          rationale: 'Panel',
        });
        const fact = { organizationId, executiveId, capabilityId, evidenceId, level: 3 };
        await tx.insert(LevelFact, { ...fact, validFrom: day(-500), validTo: day(20) });
      });
      return { seen: executiveId };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'UNSEEN',
    elsewhere: 'UNSEEN',
  },
  {
    operation: 'Mutation.remindOfStaleLevels',
    document: 'mutation { remindOfStaleLevels(withinDays: 30) }',
    roles: ['DESIGNER'],
    arrange: async () => ({}),
    otherRoles: 'FORBIDDEN',
    outOfScope: 'ALLOWED',
    elsewhere: 'ALLOWED',
  },
  {
    operation: 'Mutation.giveCoach',
    document: `mutation Give($roundId: ID!, $executiveId: ID!, $coachId: ID) {
      giveCoach(roundId: $roundId, executiveId: $executiveId, coachId: $coachId) { id }
    }`,
    roles: ['DESIGNER'],
    arrange: async (world) => {
      const executive = await someone(world);
      const { id } = await aRound(world.here, [executive], []);
      const { personId: coachId } = await world.here.person(`Coach ${crypto.randomUUID()}`);
      return { variables: { roundId: id, executiveId: executive.executiveId, coachId }, seen: id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.createAssessmentRound',
    document: `mutation Create($capabilityId: ID!, $executiveId: ID!) {
      createAssessmentRound(input: {
        name: "Baseline", occasion: BASELINE, opensOn: "2026-03-01", closesOn: "2026-03-31",
        capabilityIds: [$capabilityId], executiveIds: [$executiveId], imported: true
      }) { capabilities { id } }
    }`,
    roles: ['DESIGNER'],
    arrange: async (world) => {
      const { id } = await world.here.capability(`c-${crypto.randomUUID()}`);
      const { executiveId } = await someone(world);
      return { variables: { capabilityId: id, executiveId }, seen: id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'NOT_FOUND',
  },
  move('openAssessmentRound', { status: 'DRAFT' }),
  move('closeAssessmentRound', { status: 'OPEN' }),
  move('releaseAssessmentRound', { status: 'CLOSED', evidenceOn: '2026-03-31' }),
  {
    operation: 'Mutation.recordLevel',
    document: `mutation Record($executiveId: ID!, $capabilityId: ID!) {
      recordLevel(executiveId: $executiveId, capabilityId: $capabilityId, level: 3.5, source: MANAGER, rationale: "Led the tender") {
        capability { id }
      }
    }`,
    roles: ['DESIGNER'],
    arrange: async (world) => {
      const manager = await someone(world);
      const { executiveId } = await someone(world, { manager });
      const { id } = await world.here.capability(`c-${crypto.randomUUID()}`);
      return { variables: { executiveId, capabilityId: id }, seen: id, also: [manager.token] };
    },
    otherRoles: 'NOT_FOUND',
    outOfScope: 'NOT_FOUND',
    elsewhere: 'NOT_FOUND',
  },
];
