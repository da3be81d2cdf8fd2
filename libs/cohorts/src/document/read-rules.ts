import {
  allowFields,
  elementsOf,
  fault,
  fieldOf,
  isAbsent,
  isObject,
  readNumber,
  readOptional,
  readReference,
} from './document-node.js';
import type { DocumentNode } from './document-node.js';
import type { KnownIds } from './known-ids.js';
import type { Pair, Placement, Rules } from './problem.js';

function readPlacement(node: DocumentNode, known: KnownIds): Placement {
  return {
    executive: readReference(fieldOf(node, 'executive'), known.executives, 'executive'),
    cohort: readReference(fieldOf(node, 'cohort'), known.cohorts, 'cohort'),
  };
}

export function readPlacements(node: DocumentNode, known: KnownIds): readonly Placement[] {
  return elementsOf(node, true)
    .filter(isObject)
    .map((each) => readPlacement(each, known));
}

function readPairs(node: DocumentNode, known: KnownIds): readonly Pair[] {
  return elementsOf(node, true).map((pair): Pair => {
    const nodes = elementsOf(pair);
    const [a = '', b = ''] = nodes.map((each) => readReference(each, known.executives, 'executive'));
    if (nodes.length !== 2) fault(pair, 'A pair names two executives.');
    else if (a === b) fault(pair, 'A pair names two different executives.');
    return [a, b];
  });
}

const atLeastZero = (node: DocumentNode): number => readNumber(node, { min: 0 });

export function readRules(node: DocumentNode, known: KnownIds): Rules {
  if (!isAbsent(node) && isObject(node))
    allowFields(node, [
      'apart',
      'together',
      'locked',
      'forbidden',
      'maxPerUnitPerCohort',
      'maxUnitAbsence',
      'budget',
      'travel',
      'maxVirtualHours',
    ]);
  const travel = fieldOf(node, 'travel');
  const rate = (name: string): number => readOptional(fieldOf(travel, name), atLeastZero) ?? 0;
  if (!isAbsent(travel) && isObject(travel)) allowFields(travel, ['perSeat', 'perHour']);
  return {
    apart: readPairs(fieldOf(node, 'apart'), known),
    together: readPairs(fieldOf(node, 'together'), known),
    locked: readPlacements(fieldOf(node, 'locked'), known),
    forbidden: readPlacements(fieldOf(node, 'forbidden'), known),
    maxPerUnitPerCohort: readOptional(fieldOf(node, 'maxPerUnitPerCohort'), (each) =>
      readNumber(each, { min: 0, whole: true }),
    ),
    maxUnitAbsence: readOptional(fieldOf(node, 'maxUnitAbsence'), (each) =>
      readNumber(each, { min: 0, max: 1 }),
    ),
    budget: readOptional(fieldOf(node, 'budget'), atLeastZero),
    travel: { perSeat: rate('perSeat'), perHour: rate('perHour') },
    maxVirtualHours: readOptional(fieldOf(node, 'maxVirtualHours'), atLeastZero),
  };
}
