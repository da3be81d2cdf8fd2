import {
  elementsOf,
  entriesOf,
  fault,
  fieldOf,
  readFlag,
  readOptional,
  readReference,
  readText,
} from './document-node.js';
import type { DocumentNode } from './document-node.js';
import type { KnownIds } from './known-ids.js';
import type { Executive } from './problem.js';
import { readLevels, readWeeks } from './read-offer.js';

const FIELDS = new Set([
  'id',
  'leadershipLevel',
  'unit',
  'function',
  'location',
  'languages',
  'levels',
  'unavailableWeeks',
  'completedPrograms',
  'mandatory',
  'manager',
]);

export function readExecutive(node: DocumentNode, known: KnownIds): Executive {
  const texts = (name: string, optional: boolean): readonly string[] =>
    elementsOf(fieldOf(node, name), optional).map(readText);
  const id = readText(fieldOf(node, 'id'));
  const manager = readOptional(fieldOf(node, 'manager'), readText);
  if (manager !== null && manager === id) fault(fieldOf(node, 'manager'), 'Nobody is their own manager.');
  return {
    id,
    leadershipLevel: readReference(
      fieldOf(node, 'leadershipLevel'),
      known.leadershipLevels,
      'leadership level',
    ),
    unit: readReference(fieldOf(node, 'unit'), known.units, 'unit'),
    function: readReference(fieldOf(node, 'function'), known.functions, 'function'),
    location: readReference(fieldOf(node, 'location'), known.locations, 'location'),
    languages: texts('languages', false),
    levels: readLevels(fieldOf(node, 'levels'), known.capabilities, 'capability'),
    unavailableWeeks: readWeeks(fieldOf(node, 'unavailableWeeks'), true),
    completedPrograms: texts('completedPrograms', true),
    mandatory: readFlag(fieldOf(node, 'mandatory')),
    manager,
    attributes: readAttributes(node),
  };
}

/** Gender and other attributes that shares may speak of: every further text. */
function readAttributes(node: DocumentNode): ReadonlyMap<string, string> {
  const further = entriesOf(node).filter(([name, { value }]) => !FIELDS.has(name) && value !== null);
  return new Map(further.map(([name]) => [name, readText(fieldOf(node, name))]));
}
