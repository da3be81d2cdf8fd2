import { RatingRequest } from '@alidade/database';
import type { AssessmentRound } from '@alidade/database';
import type { AccessRow, AccessWorld } from '../../support/access.js';
import { aRound } from '../../support/assessments.js';
import type { TestExecutive } from '../../support/organization.js';

const someone = ({ here, unit }: AccessWorld, more = {}) =>
  here.executive(`Person ${crypto.randomUUID()}`, { unit, ...more });

/** A draft with raters about somebody in the unit, who has a manager; or a round further on. */
async function ratedSubject(world: AccessWorld, more: Partial<AssessmentRound> = {}) {
  const manager = await someone(world);
  const subject = await someone(world, { manager });
  const capability = await world.here.capability(`c-${crypto.randomUUID()}`);
  const round = await aRound(world.here, [subject], [capability], { imported: false, ...more });
  return { manager, subject, capability, round };
}

async function request(world: AccessWorld) {
  const { manager, subject, capability, round } = await ratedSubject(world, {
    status: 'OPEN',
    policyVersion: 1,
    raterSecret: Buffer.from('secret'),
  });
  const { organizationId } = world.here;
  const { id } = await world.here.within((tx) =>
    tx.save(RatingRequest, {
      organizationId,
      roundId: round.id,
      executiveId: subject.executiveId,
      personId: manager.personId,
      raterGroup: 'MANAGER',
      status: 'OPEN',
    }),
  );
  return { id, capabilityId: capability.id, rater: manager, subject };
}

interface Rated {
  readonly document: string;
  readonly operation: AccessRow['operation'];
  readonly also?: (of: { manager: TestExecutive; subject: TestExecutive }) => readonly string[];
}

/** For designers where the subject works, and for whoever stands near the subject. */
const ofSubject = ({
  operation,
  document,
  also = (of) => [of.manager.token, of.subject.token],
}: Rated): AccessRow => ({
  operation,
  document,
  roles: ['DESIGNER'],
  arrange: async (world) => {
    const { manager, subject, round } = await ratedSubject(world);
    const { organizationId } = world.here;
    await world.here.within((tx) =>
      tx.insert(RatingRequest, {
        organizationId,
        roundId: round.id,
        executiveId: subject.executiveId,
        personId: manager.personId,
        raterGroup: 'MANAGER',
        status: 'NOMINATED',
      }),
    );
    return {
      variables: { roundId: round.id, executiveId: subject.executiveId, personId: manager.personId },
      seen: operation.startsWith('Query') ? manager.personId : round.id,
      also: also({ manager, subject }),
    };
  },
  otherRoles: 'NOT_FOUND',
  outOfScope: 'NOT_FOUND',
  elsewhere: 'NOT_FOUND',
});

/** For the rater alone. */
const ofRater = (operation: AccessRow['operation'], document: string): AccessRow => ({
  operation,
  document,
  roles: [],
  arrange: async (world) => {
    const { id, capabilityId, rater } = await request(world);
    return { variables: { id, capabilityId }, seen: id, also: [rater.token] };
  },
  otherRoles: operation === 'Query.myRatingRequests' ? 'UNSEEN' : 'NOT_FOUND',
  outOfScope: operation === 'Query.myRatingRequests' ? 'UNSEEN' : 'NOT_FOUND',
  elsewhere: operation === 'Query.myRatingRequests' ? 'UNSEEN' : 'NOT_FOUND',
});

const OF = '$roundId: ID!, $executiveId: ID!';
const ARGS = 'roundId: $roundId, executiveId: $executiveId';

export const rows: readonly AccessRow[] = [
  ofSubject({
    operation: 'Query.proposedRaters',
    document: `query Proposed(${OF}) { proposedRaters(${ARGS}) { person { id } } }`,
  }),
  ofSubject({
    operation: 'Query.namedRaters',
    document: `query Named(${OF}) { namedRaters(${ARGS}) { person { id } } }`,
  }),
  ofSubject({
    operation: 'Mutation.setRaters',
    document: `mutation Set(${OF}, $personId: ID!) {
      setRaters(${ARGS}, raters: [{ group: MANAGER, personId: $personId }]) { id }
    }`,
  }),
  ofSubject({
    operation: 'Mutation.approveNominatedRaters',
    document: `mutation Approve(${OF}) { approveNominatedRaters(${ARGS}) { id } }`,
    also: ({ manager }) => [manager.token],
  }),
  {
    operation: 'Query.smallRaterGroups',
    document: 'query Small($id: ID!) { smallRaterGroups(roundId: $id) { executive { id } } }',
    roles: ['DESIGNER'],
    arrange: async (world) => {
      const { subject, round } = await ratedSubject(world);
      const { organizationId } = world.here;
      const { personId } = await world.here.person(`Peer ${crypto.randomUUID()}`);
      await world.here.within((tx) =>
        tx.insert(RatingRequest, {
          organizationId,
          roundId: round.id,
          executiveId: subject.executiveId,
          personId,
          raterGroup: 'PEER',
          status: 'APPROVED',
        }),
      );
      return { variables: { id: round.id }, seen: subject.executiveId };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'NOT_FOUND',
  },
  {
    operation: 'Mutation.takeProposedRaters',
    document: 'mutation Take($id: ID!) { takeProposedRaters(roundId: $id) { id } }',
    roles: ['DESIGNER'],
    arrange: async (world) => {
      const { round } = await ratedSubject(world);
      return { variables: { id: round.id }, seen: round.id };
    },
    otherRoles: 'FORBIDDEN',
    outOfScope: 'FORBIDDEN',
    elsewhere: 'NOT_FOUND',
  },
  ofRater('Query.myRatingRequests', '{ myRatingRequests { id } }'),
  ofRater('Query.ratingRequest', 'query Request($id: ID!) { ratingRequest(id: $id) { id } }'),
  ofRater(
    'Mutation.saveRatingDraft',
    `mutation Save($id: ID!, $capabilityId: ID!) {
      saveRatingDraft(requestId: $id, ratings: [{ capabilityId: $capabilityId, level: 3 }]) { id }
    }`,
  ),
  ofRater(
    'Mutation.submitRatings',
    `mutation Submit($id: ID!, $capabilityId: ID!) {
      submitRatings(requestId: $id, ratings: [{ capabilityId: $capabilityId, level: 3 }]) { id }
    }`,
  ),
  ofRater(
    'Mutation.declineRatingRequest',
    'mutation Decline($id: ID!) { declineRatingRequest(requestId: $id, reason: "No time") { id } }',
  ),
];
