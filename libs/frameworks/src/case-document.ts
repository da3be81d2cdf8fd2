import { date, firstLink, identity, links, readFields, text, texts, url } from './case-fields.js';
import type { FieldTable } from './case-fields.js';
import type { CaseDocument, CaseDocumentFields } from './case-types.js';
import { fault, fieldOf, inWords, isRecord } from './json-node.js';
import type { JsonNode } from './json-node.js';
import { caseUuid } from './uuid.js';

const DOCUMENT_FIELDS: FieldTable<CaseDocumentFields> = {
  officialSourceURL: url,
  publisher: text,
  description: text,
  subject: texts(/\|/),
  subjectURI: links,
  language: text,
  version: text,
  adoptionStatus: text,
  statusStartDate: date,
  statusEndDate: date,
  licenseURI: firstLink,
  notes: text,
};

/** A CFDocument in two parts: what a framework has fields for, and the rest. */
export interface ReadDocument {
  readonly record: Pick<CaseDocument, 'identifier' | 'uri' | 'lastChangeDateTime' | 'creator' | 'title'>;
  readonly source: CaseDocumentFields;
  /** What its identifier becomes in links of the package: another one where it was no UUID. */
  readonly linkedAs: string;
}

/** Reads the CFDocument of a package; null where there is none, which is noted. The publisher stands in for a missing creator. */
export function readDocument(node: JsonNode): ReadDocument | null {
  if (!isRecord(node.value)) {
    const found = node.value === undefined ? 'It is missing.' : `It is ${inWords(node.value)}.`;
    return fault(node, `A package needs a CFDocument that says what framework it is. ${found}`);
  }
  const source = readFields(node, DOCUMENT_FIELDS);
  const title = text(fieldOf(node, 'title'));
  const creator = text(fieldOf(node, 'creator')) ?? source.publisher ?? null;
  if (title === null) fault(fieldOf(node, 'title'), 'The framework has no title.');
  if (creator === null)
    fault(fieldOf(node, 'creator'), 'The framework names neither a creator nor a publisher.');
  const named = { title: title ?? '', creator: creator ?? '' };
  const record = { ...identity(node, named.title), ...named };
  const given = text(fieldOf(node, 'identifier'));
  return { record, source, linkedAs: caseUuid(given ?? record.identifier, record.identifier) };
}
