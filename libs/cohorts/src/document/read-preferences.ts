import {
  allowFields,
  elementsOf,
  fault,
  fieldOf,
  isAbsent,
  isObject,
  readNumber,
  readOptional,
  readText,
} from './document-node.js';
import type { DocumentNode } from './document-node.js';
import type { KnownIds } from './known-ids.js';
import type {
  FairSeatsPreference,
  NotAlonePreference,
  Preferences,
  SharePreference,
  SimilarStartPreference,
  StabilityPreference,
} from './problem.js';
import { readPlacements } from './read-rules.js';

const atLeastZero = (node: DocumentNode): number => readNumber(node, { min: 0 });
const share = (node: DocumentNode): number => readNumber(node, { min: 0, max: 1 });

/** @param attributes that preferences may name */
export function readPreferences(
  node: DocumentNode,
  known: KnownIds,
  attributes: ReadonlySet<string>,
): Preferences {
  if (!isAbsent(node) && isObject(node))
    allowFields(node, ['shares', 'notAlone', 'similarStart', 'fairSeats', 'stability']);
  const list = (name: string): readonly DocumentNode[] =>
    elementsOf(fieldOf(node, name), true).filter(isObject);
  const part = <T>(name: string, read: (part: DocumentNode) => T): T | null =>
    readOptional(fieldOf(node, name), (each) => (isObject(each) ? read(each) : null));
  return {
    shares: list('shares').map((each) => readShare(each, attributes)),
    notAlone: list('notAlone').map((each) => readNotAlone(each, attributes)),
    similarStart: part('similarStart', readSimilarStart),
    fairSeats: part('fairSeats', readFairSeats),
    stability: part('stability', (each) => readStability(each, known)),
  };
}

function readAttribute(node: DocumentNode, attributes: ReadonlySet<string>): string {
  const attribute = readText(node);
  if (attribute !== '' && !attributes.has(attribute))
    fault(node, `No executive has an attribute "${attribute}".`);
  return attribute;
}

function readShare(node: DocumentNode, attributes: ReadonlySet<string>): SharePreference {
  allowFields(node, ['attribute', 'value', 'min', 'max', 'weight']);
  const min = readOptional(fieldOf(node, 'min'), share);
  const max = readOptional(fieldOf(node, 'max'), share);
  if (min !== null && max !== null && min > max) fault(node, `min is ${min}, more than max, ${max}.`);
  return {
    attribute: readAttribute(fieldOf(node, 'attribute'), attributes),
    value: readOptional(fieldOf(node, 'value'), readText),
    min,
    max,
    weight: atLeastZero(fieldOf(node, 'weight')),
  };
}

function readNotAlone(node: DocumentNode, attributes: ReadonlySet<string>): NotAlonePreference {
  allowFields(node, ['attribute', 'weight']);
  return {
    attribute: readAttribute(fieldOf(node, 'attribute'), attributes),
    weight: atLeastZero(fieldOf(node, 'weight')),
  };
}

function readSimilarStart(node: DocumentNode): SimilarStartPreference {
  allowFields(node, ['tolerance', 'weight']);
  return { tolerance: atLeastZero(fieldOf(node, 'tolerance')), weight: atLeastZero(fieldOf(node, 'weight')) };
}

function readFairSeats(node: DocumentNode): FairSeatsPreference {
  allowFields(node, ['low', 'high', 'weight']);
  const low = atLeastZero(fieldOf(node, 'low'));
  const high = atLeastZero(fieldOf(node, 'high'));
  if (low > high) fault(node, `low is ${low}, more than high, ${high}.`);
  return { low, high, weight: atLeastZero(fieldOf(node, 'weight')) };
}

function readStability(node: DocumentNode, known: KnownIds): StabilityPreference {
  allowFields(node, ['previous', 'weight']);
  const previous = readPlacements(fieldOf(node, 'previous'), known);
  const seen = new Set<string>();
  previous.forEach(({ executive }, i) => {
    if (seen.has(executive))
      fault(
        { ...node, path: `${node.path}.previous[${i}]` },
        `The executive "${executive}" had one seat before.`,
      );
    seen.add(executive);
  });
  return { previous, weight: atLeastZero(fieldOf(node, 'weight')) };
}
