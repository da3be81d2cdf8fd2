import { UseCaseError } from '@alidade/errors';
import { getNamedType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';

/**
 * All that somebody from outside may ask, field by field: their own requests and what a form needs. Whatever else the
 * schema grows, they do not see it.
 */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Query: ['myRatingRequests', 'ratingRequest', 'viewer'],
  Mutation: ['saveRatingDraft', 'submitRatings', 'declineRatingRequest'],
  RatingRequest: [
    'id',
    'round',
    'subject',
    'group',
    'confidentiality',
    'capabilities',
    'status',
    'answers',
    'isDraft',
  ],
  AssessmentRound: ['id', 'name', 'occasion', 'purpose', 'status', 'opensOn', 'closesOn'],
  Person: ['id', 'name', 'title'],
  Capability: ['id', 'code', 'name', 'definition', 'anchors'],
  LevelAnchor: ['level', 'name', 'description'],
  RatingAnswer: ['capabilityId', 'level', 'comment'],
  Viewer: ['organization', 'person', 'permissions', 'executive', 'scope'],
  Organization: ['id', 'name'],
  Executive: ['id'],
  OrgUnit: ['id'],
};

/** @throws UseCaseError FORBIDDEN when the document asks for more than a rater from outside may see */
export function requireOnlyRatings(schema: GraphQLSchema, document: DocumentNode): void {
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field({ name: { value: field } }) {
        const parent = types.getParentType();
        const owner = parent ? getNamedType(parent).name : '';
        if (field !== '__typename' && !FIELDS[owner]?.includes(field))
          throw new UseCaseError('FORBIDDEN', 'This link opens your own rating requests and nothing else.');
      },
    }),
  );
}
