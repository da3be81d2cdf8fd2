import { anchoringCriteria, levelNumber } from './case-anchors.js';
import { findNode, linkWithin } from './case-associations.js';
import type { PackageNodes } from './case-associations.js';
import { decimal, identity, integer, readFields, referenceOf, text } from './case-fields.js';
import type { FieldTable } from './case-fields.js';
import type { CaseLink, CaseRubric, CaseRubricCriterion, CaseRubricCriterionLevel } from './case-types.js';
import { HIGHEST_LEVEL, isLevel, LOWEST_LEVEL } from './framework.js';
import { fault, fieldOf, isAbsent, quoted, recordsOf } from './json-node.js';
import type { JsonNode } from './json-node.js';

const CRITERION_FIELDS: FieldTable<
  Pick<CaseRubricCriterion, 'category' | 'description' | 'weight' | 'position'>
> = {
  category: text,
  description: text,
  weight: decimal,
  position: integer,
};
type LevelFields = Pick<
  CaseRubricCriterionLevel,
  'description' | 'quality' | 'score' | 'feedback' | 'position'
>;
const LEVEL_FIELDS: FieldTable<LevelFields> = {
  description: text,
  quality: text,
  score: decimal,
  feedback: text,
  position: integer,
};

/** Records of the rubrics that were read, with their places, for the search for duplicates. */
export interface ReadRubrics {
  readonly rubrics: readonly CaseRubric[];
  readonly records: readonly { readonly identifier: string; readonly node: JsonNode }[];
}

/**
 * Reads the CFRubrics with their criteria and levels. A criterion that names an item names one of the package; the
 * levels of a criterion that anchors a capability are whole numbers 1 to 5, each once. What does not hold is noted.
 */
export function readRubrics(nodes: readonly JsonNode[], known: PackageNodes): ReadRubrics {
  const places = new Map<string, JsonNode>();
  const records: { identifier: string; node: JsonNode }[] = [];
  const note = (record: { readonly identifier: string }, node: JsonNode) => {
    records.push({ identifier: record.identifier, node });
    places.set(record.identifier, node);
  };
  const rubrics = nodes.map((node) => readRubric(node, known, note));
  for (const criterion of anchoringCriteria(rubrics).values()) {
    const node = places.get(criterion.identifier);
    if (node !== undefined) noteLevels(criterion, recordsOf(fieldOf(node, 'CFRubricCriterionLevels')));
  }
  return { rubrics, records };
}

type Note = (record: { readonly identifier: string }, node: JsonNode) => void;

function readRubric(node: JsonNode, known: PackageNodes, note: Note): CaseRubric {
  const texts = readFields<Pick<CaseRubric, 'title' | 'description'>>(node, {
    title: text,
    description: text,
  });
  const record = identity(node, `rubric ${texts.title ?? node.path}`);
  note(record, node);
  const list = fieldOf(node, 'CFRubricCriteria');
  const criteria = recordsOf(list).map((each) => readCriterion(each, record.identifier, known, note));
  return { ...record, ...texts, ...(isAbsent(list) ? {} : { CFRubricCriteria: criteria }) };
}

function readCriterion(node: JsonNode, rubric: string, known: PackageNodes, note: Note): CaseRubricCriterion {
  const fields = readFields(node, CRITERION_FIELDS);
  const item = readItemLink(fieldOf(node, 'CFItemURI'), known);
  const record = identity(node, `${rubric} criterion ${item?.identifier ?? fields.category ?? node.path}`);
  note(record, node);
  const list = fieldOf(node, 'CFRubricCriterionLevels');
  const levels = recordsOf(list).map((each, index) => readLevel(each, record.identifier, index, note));
  return {
    ...record,
    ...fields,
    ...(item === null ? {} : { CFItemURI: item }),
    ...(isAbsent(fieldOf(node, 'rubricId')) ? {} : { rubricId: rubric }),
    ...(isAbsent(list) ? {} : { CFRubricCriterionLevels: levels }),
  };
}

function readLevel(node: JsonNode, criterion: string, index: number, note: Note): CaseRubricCriterionLevel {
  const fields = readFields(node, LEVEL_FIELDS);
  const record = identity(node, `${criterion} level ${index + 1}`);
  note(record, node);
  const belongsTo = isAbsent(fieldOf(node, 'rubricCriterionId')) ? {} : { rubricCriterionId: criterion };
  return { ...record, ...fields, ...belongsTo };
}

function readItemLink(node: JsonNode, known: PackageNodes): CaseLink | null {
  const reference = referenceOf(node);
  if (reference === null) return null;
  const target = findNode(node, reference, known);
  if (target === undefined) {
    const name = reference.title ?? reference.identifier ?? reference.uri ?? '';
    return known.hasDocument
      ? fault(node, `This is for ${quoted(name)}, which is not in this package.`)
      : null;
  }
  return linkWithin(reference, target);
}

function noteLevels(criterion: CaseRubricCriterion, nodes: readonly JsonNode[]): void {
  const firstPath = new Map<number, string>();
  (criterion.CFRubricCriterionLevels ?? []).forEach((record, index) => {
    const node = nodes[index];
    if (node === undefined) return;
    const level = levelNumber(record, index);
    const place = placeOfLevel(record, node);
    const first = firstPath.get(level);
    if (!isLevel(level)) {
      fault(
        place,
        `Level ${level} is off the scale: levels are whole numbers ${LOWEST_LEVEL} to ${HIGHEST_LEVEL}.`,
      );
    } else if (first !== undefined) fault(place, `Level ${level} is already described at ${first}.`);
    else firstPath.set(level, place.path);
  });
}

/** Where the level's number was read. */
function placeOfLevel(record: CaseRubricCriterionLevel, node: JsonNode): JsonNode {
  if (record.score !== undefined) return fieldOf(node, 'score');
  return record.position === undefined ? node : fieldOf(node, 'position');
}
