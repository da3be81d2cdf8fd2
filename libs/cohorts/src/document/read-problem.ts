import { elementsOf, fault, fieldOf, isObject, readIds, readText } from './document-node.js';
import type { DocumentFault, DocumentNode } from './document-node.js';
import { InvalidProblemError } from './invalid-problem-error.js';
import type { KnownIds } from './known-ids.js';
import { PROBLEM_FORMAT } from './problem.js';
import type { CohortProblem, Executive, Placement } from './problem.js';
import { readExecutive } from './read-executive.js';
import { readCohort, readLocation, readProgram, readStrategy } from './read-offer.js';
import { readPreferences } from './read-preferences.js';
import { readPlacements, readRules } from './read-rules.js';

/**
 * Reads and checks a document `alidade-cohort-problem/1`.
 *
 * Ids are unique among their kind and every id that is named is there, but for programs completed and managers, who may
 * be outside the problem. A field that is absent or null takes what the format says: weight 1 of a requirement, no rule,
 * no preference. Fields that nothing reads are refused in rules and preferences; further texts of an executive are
 * attributes.
 *
 * @param json a parsed document; `weeks` counted from Monday 1970-01-05, levels and gains >= 0, weights and costs >= 0
 * @returns    the problem
 * @throws InvalidProblemError with every fault and its JSONPath
 *
 * O(size of the document).
 */
export function readProblem(json: unknown): CohortProblem {
  const faults: DocumentFault[] = [];
  const root: DocumentNode = { value: json, path: '$', faults };
  if (!isObject(root)) throw new InvalidProblemError(faults);
  const format = fieldOf(root, 'format');
  if (format.value !== PROBLEM_FORMAT) fault(format, `The format is "${PROBLEM_FORMAT}".`);
  const problem = problemOf(root);
  if (faults.length > 0) throw new InvalidProblemError(faults);
  return problem;
}

const RECORDS = ['locations', 'strategies', 'programs', 'cohorts', 'executives'] as const;
type RecordName = (typeof RECORDS)[number];

function problemOf(root: DocumentNode): CohortProblem {
  const plain = (name: string): readonly string[] => readIds(elementsOf(fieldOf(root, name)), name);
  const records = recordsOf(root);
  const idsOf = (name: RecordName): ReadonlySet<string> => {
    const ids = records[name].map((each) => fieldOf(each, 'id')).filter(({ value }) => isId(value));
    return new Set(readIds(ids, name));
  };
  const capabilities = plain('capabilities');
  const leadershipLevels = plain('leadershipLevels');
  const functions = plain('functions');
  const units = plain('units');
  idsOf('strategies');
  const known: KnownIds = {
    capabilities: new Set(capabilities),
    leadershipLevels: new Set(leadershipLevels),
    functions: new Set(functions),
    units: new Set(units),
    locations: idsOf('locations'),
    programs: idsOf('programs'),
    cohorts: idsOf('cohorts'),
    executives: idsOf('executives'),
  };
  const executives = records.executives.map((each) => readExecutive(each, known));
  return {
    name: readText(fieldOf(root, 'name')),
    capabilities,
    leadershipLevels,
    functions,
    units,
    locations: records.locations.map(readLocation),
    strategies: records.strategies.map((each) => readStrategy(each, known)),
    programs: records.programs.map((each) => readProgram(each, known)),
    cohorts: records.cohorts.map((each) => readCohort(each, known)),
    executives,
    rules: readRules(fieldOf(root, 'rules'), known),
    preferences: readPreferences(fieldOf(root, 'preferences'), known, attributesOf(executives)),
  };
}

function recordsOf(root: DocumentNode): Readonly<Record<RecordName, readonly DocumentNode[]>> {
  const [locations, strategies, programs, cohorts, executives] = RECORDS.map((name) =>
    elementsOf(fieldOf(root, name)).filter(isObject),
  );
  return {
    locations: locations ?? [],
    strategies: strategies ?? [],
    programs: programs ?? [],
    cohorts: cohorts ?? [],
    executives: executives ?? [],
  };
}

const idSet = (records: readonly { readonly id: string }[]): ReadonlySet<string> =>
  new Set(records.map(({ id }) => id));

const isId = (value: unknown): boolean => typeof value === 'string' && value !== '';

const attributesOf = (executives: readonly Executive[]): ReadonlySet<string> =>
  new Set([
    'leadershipLevel',
    'unit',
    'function',
    'location',
    'gender',
    ...executives.flatMap(({ attributes }) => [...attributes.keys()]),
  ]);

/**
 * Reads the placements of a solution and checks that they name the problem's executives and cohorts.
 *
 * @param json    an object with `placements: [{ executive, cohort }]`; other fields are not read
 * @param problem the problem that it answers
 * @returns       the placements in the file's order, an executive named twice included: the referee tells
 * @throws InvalidProblemError with every fault and its JSONPath
 *
 * O(placements + executives + cohorts).
 */
export function readPlacementsOf(json: unknown, problem: CohortProblem): readonly Placement[] {
  const faults: DocumentFault[] = [];
  const root: DocumentNode = { value: json, path: '$', faults };
  const none: ReadonlySet<string> = new Set();
  const placements = isObject(root)
    ? readPlacements(fieldOf(root, 'placements'), {
        capabilities: none,
        leadershipLevels: none,
        functions: none,
        units: none,
        locations: none,
        programs: none,
        cohorts: idSet(problem.cohorts),
        executives: idSet(problem.executives),
      })
    : [];
  if (faults.length > 0) throw new InvalidProblemError(faults);
  return placements;
}
