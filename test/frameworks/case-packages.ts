import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { default as ajvFormats } from 'ajv-formats';
import {
  CAPABILITY_COLUMNS,
  capabilityFromRow,
  readCasePackage,
  writeCasePackage,
} from '@alidade/frameworks';
import type { CapabilityColumn, CapabilityFramework, CapabilityRow, PlainRow } from '@alidade/frameworks';

/** Beside test/support, which knows the application: the specs of libs/frameworks use this too. */
const root = new URL('../../', import.meta.url);
const readJson = (url: URL): any => JSON.parse(readFileSync(url, 'utf8'));

/** A small CASE package of the project's own: two groups with three capabilities each, anchored, strictly valid. */
export const sitePackage = (): any => readJson(new URL('test/fixtures/site-leadership.case.json', root));

/** Packages of other makers by file name, where they lie beside the project; none otherwise. */
export function packagesOfOthers(): readonly (readonly [string, any])[] {
  const folder = new URL('../shared/data/case/', root);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map((name) => [name, readJson(new URL(name, folder))] as const);
}

const ajv = new Ajv({ allErrors: true });
ajvFormats.default(ajv);
const validate = ajv.compile(readJson(new URL('libs/frameworks/src/case-package.schema.json', root)));

/** What is wrong with a package by the strict schema of CASE 1.0; nothing when it is valid. */
export function schemaFaults(json: unknown): readonly unknown[] {
  return validate(json) ? [] : (validate.errors ?? []);
}

/** An item of a package in the making. */
export const item = (identifier: string, more: object = {}) => ({
  identifier,
  fullStatement: `About ${identifier}`,
  ...more,
});

/** An item whose code is its identifier. */
export const coded = (code: string, more: object = {}) => item(code, { humanCodingScheme: code, ...more });

/** An isChildOf between two nodes, by identifier. */
export const child = (origin: string, destination: string, more: object = {}) => ({
  associationType: 'isChildOf',
  originNodeURI: { identifier: origin },
  destinationNodeURI: { identifier: destination },
  ...more,
});

export const rubricFor = (identifier: string, levels: readonly object[]) => ({
  CFRubricCriteria: [{ CFItemURI: { identifier }, CFRubricCriterionLevels: levels }],
});

/** A package whose document is called `doc`. */
export const packageOf = (items: unknown, associations: unknown = [], more: object = {}) => ({
  CFDocument: { identifier: 'doc', title: 'T', creator: 'C' },
  CFItems: items,
  CFAssociations: associations,
  ...more,
});

/** The framework of a package that has to be without faults. */
export function frameworkOf(json: unknown): CapabilityFramework {
  const { framework, faults } = readCasePackage(json);
  if (framework === null) throw new Error(`The package has faults: ${JSON.stringify(faults)}`);
  return framework;
}

/** The package that a framework is exported as, as it arrives elsewhere. */
export function exported(framework: CapabilityFramework): any {
  return JSON.parse(JSON.stringify(writeCasePackage(framework, 'https://alidade.example/ims/case/v1p0')));
}

type Cells = Partial<Record<CapabilityColumn, string | null>>;

/** A row of a capabilities file in which only these cells say something. */
export const plainRow = (line: number, cells: Cells): PlainRow => ({
  line,
  cells: { ...(Object.fromEntries(CAPABILITY_COLUMNS.map((column) => [column, null])) as any), ...cells },
});

export const capabilityRow = (line: number, cells: Cells): CapabilityRow =>
  capabilityFromRow(plainRow(line, cells)).capability!;

/** A capability that has its code for a name. */
export const linkedRow = (line: number, code: string, parent: string | null): CapabilityRow =>
  capabilityRow(line, { code, name: code, parent_code: parent });
