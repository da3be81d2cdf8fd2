import type {
  CaseAssociation,
  CaseDefinitions,
  CaseDocumentFields,
  CaseItemFields,
  CaseRubric,
} from './case-types.js';

/**
 * A capability framework as one document: plain JSON without undefined, dates or maps, so that it can be stored as
 * it is. The capabilities are what counts; the fields that came with a CASE package stand beside them, so that an
 * export loses nothing, and give way where a capability was changed since.
 */
export interface CapabilityFramework {
  /** The CFDocument's: a UUID of version 1 to 5. */
  readonly caseIdentifier: string;
  readonly title: string;
  readonly creator: string;
  /** Null: made from the exporter's address when written. */
  readonly uri: string | null;
  /** RFC 3339 with a zone. */
  readonly lastChangeDateTime: string;
  /** In the order of the file, parents and children mixed; unique by identifier and by code. */
  readonly capabilities: readonly Capability[];
  /** Further fields of the CFDocument; empty for a framework that came from CSV. */
  readonly source: CaseDocumentFields;
  /** As they came, isChildOf too. The first isChildOf of a capability follows its parentIdentifier when written. */
  readonly associations: readonly CaseAssociation[];
  /** As they came. The levels of a capability's criterion follow its anchors when written. */
  readonly rubrics: readonly CaseRubric[];
  /** Null: the package had none. */
  readonly definitions: CaseDefinitions | null;
}

export interface Capability {
  /** The CFItem's: a UUID of version 1 to 5. */
  readonly identifier: string;
  /** Short key, unique in the framework, 1 to 100 characters; what files refer to. */
  readonly code: string;
  readonly name: string;
  /** Empty: none was given. */
  readonly definition: string;
  /** Null: at the top of the framework. */
  readonly parentIdentifier: string | null;
  /** Orders siblings, lowest first; different for each of them, not always without gaps. */
  readonly position: number;
  /** The CFItemType, such as "Competency"; null: not said. */
  readonly kind: string | null;
  /** Lowest level first, each level at most once; empty: none. */
  readonly anchors: readonly LevelAnchor[];
  /** Null: made from the exporter's address when written. */
  readonly uri: string | null;
  /** RFC 3339 with a zone. */
  readonly lastChangeDateTime: string;
  /** Further fields of the CFItem; empty for a capability that came from CSV. */
  readonly source: CaseItemFields;
}

/** What one level of a capability looks like. */
export interface LevelAnchor {
  /** 1..5 */
  readonly level: number;
  readonly name: string;
  /** Empty: none was given. */
  readonly description: string;
}

export const LOWEST_LEVEL = 1;
export const HIGHEST_LEVEL = 5;

/** Longer ones are no keys any more, and an index could not hold them. */
export const LONGEST_CODE = 100;

export function isLevel(level: number): boolean {
  return Number.isInteger(level) && level >= LOWEST_LEVEL && level <= HIGHEST_LEVEL;
}

const LEVEL_NAMES: readonly string[] = ['Awareness', 'Basic', 'Intermediate', 'Advanced', 'Expert'];

/** What the proficiency scale calls a level. */
export function defaultLevelName(level: number): string {
  return LEVEL_NAMES[level - LOWEST_LEVEL] ?? `Level ${level}`;
}
