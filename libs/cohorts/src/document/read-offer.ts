import {
  elementsOf,
  entriesOf,
  fault,
  fieldOf,
  isAbsent,
  isObject,
  readFlag,
  readNumber,
  readReference,
  readText,
} from './document-node.js';
import type { DocumentNode } from './document-node.js';
import type { KnownIds } from './known-ids.js';
import { CohortMode } from './problem.js';
import type { Cohort, Location, Program, Strategy } from './problem.js';

const weightOf = (node: DocumentNode): number => readNumber(node, { min: 0 });

export function readLocation(node: DocumentNode): Location {
  const utcOffset = readNumber(fieldOf(node, 'utcOffset'), { min: -24, max: 24 });
  return { id: readText(fieldOf(node, 'id')), utcOffset };
}

/** Levels or required levels: an object of numbers whose keys must be known. */
export function readLevels(
  node: DocumentNode,
  known: ReadonlySet<string>,
  kind: string,
): ReadonlyMap<string, number> {
  return new Map(
    entriesOf(node).map(([id, entry]) => {
      if (!known.has(id)) fault(entry, `There is no ${kind} "${id}".`);
      return [id, readNumber(entry, { min: 0 })];
    }),
  );
}

export function readStrategy(node: DocumentNode, known: KnownIds): Strategy {
  const requirements = elementsOf(fieldOf(node, 'requirements')).filter(isObject);
  return {
    id: readText(fieldOf(node, 'id')),
    weight: weightOf(fieldOf(node, 'weight')),
    requirements: requirements.map((each) => {
      const weight = fieldOf(each, 'weight');
      return {
        capability: readReference(fieldOf(each, 'capability'), known.capabilities, 'capability'),
        weight: isAbsent(weight) ? 1 : weightOf(weight),
        required: readLevels(fieldOf(each, 'required'), known.leadershipLevels, 'leadership level'),
        critical: readFlag(fieldOf(each, 'critical')),
      };
    }),
  };
}

export function readProgram(node: DocumentNode, known: KnownIds): Program {
  const seen = new Set<string>();
  const develops = elementsOf(fieldOf(node, 'develops')).filter(isObject);
  return {
    id: readText(fieldOf(node, 'id')),
    develops: develops.map((each) => {
      const capability = readReference(fieldOf(each, 'capability'), known.capabilities, 'capability');
      if (seen.has(capability)) fault(each, `The capability "${capability}" is developed twice.`);
      seen.add(capability);
      return {
        capability,
        gain: readNumber(fieldOf(each, 'gain'), { min: 0 }),
        ceiling: readNumber(fieldOf(each, 'ceiling'), { min: 0 }),
      };
    }),
  };
}

function readMode(node: DocumentNode): CohortMode {
  if (node.value === CohortMode.OnSite || node.value === CohortMode.Virtual) return node.value;
  fault(node, 'A cohort is ON_SITE or VIRTUAL.');
  return CohortMode.OnSite;
}

export function readCohort(node: DocumentNode, known: KnownIds): Cohort {
  const minSeats = readNumber(fieldOf(node, 'minSeats'), { min: 0, whole: true });
  const maxSeats = readNumber(fieldOf(node, 'maxSeats'), { min: 0, whole: true });
  if (minSeats > maxSeats) fault(node, `minSeats is ${minSeats}, more than maxSeats, ${maxSeats}.`);
  return {
    id: readText(fieldOf(node, 'id')),
    program: readReference(fieldOf(node, 'program'), known.programs, 'program'),
    mode: readMode(fieldOf(node, 'mode')),
    location: readReference(fieldOf(node, 'location'), known.locations, 'location'),
    language: readText(fieldOf(node, 'language')),
    weeks: readWeeks(fieldOf(node, 'weeks')),
    minSeats,
    maxSeats,
    leadershipLevels: elementsOf(fieldOf(node, 'leadershipLevels')).map((level) =>
      readReference(level, known.leadershipLevels, 'leadership level'),
    ),
    seatCost: readNumber(fieldOf(node, 'seatCost'), { min: 0 }),
    fixedCost: readNumber(fieldOf(node, 'fixedCost'), { min: 0 }),
    mustRun: readFlag(fieldOf(node, 'mustRun')),
  };
}

/** A week named twice is one week. */
export function readWeeks(node: DocumentNode, optional = false): readonly number[] {
  return [...new Set(elementsOf(node, optional).map((week) => readNumber(week, { whole: true })))];
}
