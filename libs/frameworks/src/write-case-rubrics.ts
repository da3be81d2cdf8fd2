import { anchoringCriteria, anchorsOf, levelNumber } from './case-anchors.js';
import type { CaseRubric, CaseRubricCriterion, CaseRubricCriterionLevel } from './case-types.js';
import type { Capability, LevelAnchor } from './framework.js';
import { uuidV5 } from './uuid.js';

type Anchored = Pick<Capability, 'identifier' | 'name' | 'lastChangeDateTime' | 'anchors'> & {
  readonly uri: string;
};

/** What the rubrics of a framework are made of. */
export interface RubricContext {
  readonly document: string;
  /** With their URIs. */
  readonly capabilities: readonly Anchored[];
  /** URI of a record that has to be made. */
  readonly newUri: (kind: RubricKind, identifier: string) => string;
}
type RubricKind = 'CFRubrics' | 'CFRubricCriteria' | 'CFRubricCriterionLevels';

/**
 * The rubrics that agree with the anchors as they are now: a criterion whose levels say just these stays as it is, one
 * whose levels do not gets them (a level keeps its record and loses it only with its anchor), a capability with anchors
 * and no criterion gets a rubric, and a criterion for what is no longer there is left out.
 *
 * O(capabilities + criteria + levels).
 */
export function anchoringRubrics(
  rubrics: readonly CaseRubric[],
  context: RubricContext,
): readonly CaseRubric[] {
  const byIdentifier = new Map(context.capabilities.map((capability) => [capability.identifier, capability]));
  const anchoring = anchoringCriteria(rubrics);
  const isThere = ({ CFItemURI: item }: CaseRubricCriterion) =>
    item === undefined || item.identifier === context.document || byIdentifier.has(item.identifier);
  const kept = rubrics.flatMap((rubric) => {
    const { CFRubricCriteria: criteria } = rubric;
    if (criteria === undefined) return [rubric];
    const left = criteria.filter(isThere).map((criterion) => {
      const item = criterion.CFItemURI?.identifier ?? '';
      const capability = anchoring.get(item) === criterion ? byIdentifier.get(item) : undefined;
      return capability === undefined ? criterion : withAnchors(criterion, capability, context);
    });
    return left.length === 0 && criteria.length > 0 ? [] : [{ ...rubric, CFRubricCriteria: left }];
  });
  const unanchored = context.capabilities.filter(
    ({ identifier, anchors }) => anchors.length > 0 && !anchoring.has(identifier),
  );
  return [...kept, ...unanchored.map((capability) => newRubric(capability, context))];
}

function withAnchors(
  criterion: CaseRubricCriterion,
  capability: Anchored,
  context: RubricContext,
): CaseRubricCriterion {
  const given = new Map(anchorsOf(criterion).map((anchor) => [anchor.level, anchor]));
  const isSame = (anchor: LevelAnchor) => areSame(anchor, given.get(anchor.level));
  if (given.size === capability.anchors.length && capability.anchors.every(isSame)) return criterion;
  const records = new Map(
    (criterion.CFRubricCriterionLevels ?? []).map((record, index) => [levelNumber(record, index), record]),
  );
  const levels = capability.anchors.map((anchor) => {
    const record = records.get(anchor.level);
    if (record !== undefined && isSame(anchor)) return { ...record, score: anchor.level };
    return {
      ...record,
      ...newLevel(criterion.identifier, anchor, capability, context),
      ...identityOf(record),
    };
  });
  return { ...criterion, CFRubricCriterionLevels: levels };
}

function areSame({ name, description }: LevelAnchor, other: LevelAnchor | undefined): boolean {
  return name === other?.name && description === other.description;
}

function identityOf(
  record: CaseRubricCriterionLevel | undefined,
): Pick<CaseRubricCriterionLevel, 'identifier' | 'uri'> | null {
  return record === undefined ? null : { identifier: record.identifier, uri: record.uri };
}

function newRubric(capability: Anchored, context: RubricContext): CaseRubric {
  const { name, lastChangeDateTime, anchors } = capability;
  const rubric = uuidV5(context.document, `rubric ${capability.identifier}`);
  const criterion = uuidV5(context.document, `criterion ${capability.identifier}`);
  return {
    identifier: rubric,
    uri: context.newUri('CFRubrics', rubric),
    lastChangeDateTime,
    title: name,
    CFRubricCriteria: [
      {
        identifier: criterion,
        uri: context.newUri('CFRubricCriteria', criterion),
        lastChangeDateTime,
        category: name,
        CFItemURI: { title: name, identifier: capability.identifier, uri: capability.uri },
        position: 1,
        rubricId: rubric,
        CFRubricCriterionLevels: anchors.map((anchor) => newLevel(criterion, anchor, capability, context)),
      },
    ],
  };
}

function newLevel(
  criterion: string,
  anchor: LevelAnchor,
  { lastChangeDateTime }: Anchored,
  context: RubricContext,
): CaseRubricCriterionLevel {
  const identifier = uuidV5(context.document, `${criterion} level ${anchor.level}`);
  return {
    identifier,
    uri: context.newUri('CFRubricCriterionLevels', identifier),
    lastChangeDateTime,
    ...levelFields(anchor),
    rubricCriterionId: criterion,
  };
}

function levelFields({ level, name, description }: LevelAnchor) {
  return { quality: name, description, score: level, position: level };
}
