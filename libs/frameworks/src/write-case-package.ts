import { strictUri } from './case-formats.js';
import { treeAssociations } from './case-tree.js';
import type { CaseItem, CasePackage } from './case-types.js';
import type { Capability, CapabilityFramework } from './framework.js';
import { anchoringRubrics } from './write-case-rubrics.js';

/** The base of the URIs to make is no http(s) address. */
export class InvalidBaseUriError extends Error {
  override readonly name = 'InvalidBaseUriError';
  constructor(baseUri: string) {
    super(`"${baseUri}" is no http or https address that addresses of records could begin with.`);
  }
}

/**
 * The framework as a CFPackage that is valid against the strict binding of 1EdTech CASE 1.0.
 *
 * What came with a package goes out as it came. Where a capability was changed since, its first isChildOf and the levels
 * of its rubric criterion follow it; what a framework from CSV lacks is made: identifiers as version 5 UUIDs from the
 * framework's and the capability's (the same each time), URIs as `{baseUri}/CFItems/{identifier}` and likewise.
 *
 * @param framework as readCasePackage or frameworkWithRows give it
 * @param baseUri   http or https, without query or fragment; where the exporter serves CASE, such as
 *                  `https://alidade.example/ims/case/v1p0`
 * @returns         the package; null fields are absent, an empty definition is written as the name (CASE requires a statement)
 * @throws InvalidBaseUriError when baseUri is no such address
 *
 * 1EdTech, Competencies and Academic Standards Exchange (CASE) Service 1.0 (2017). O(records).
 * @example writeCasePackage(framework, 'https://alidade.example/ims/case/v1p0').CFItems[0]?.humanCodingScheme // => 'ECQ1'
 */
export function writeCasePackage(framework: CapabilityFramework, baseUri: string): CasePackage {
  const uriIn = uriMaker(baseUri);
  const { caseIdentifier, title, creator, lastChangeDateTime, source, definitions } = framework;
  const uri = framework.uri ?? uriIn('CFDocuments', caseIdentifier);
  const capabilities = framework.capabilities.map((capability) => ({
    ...capability,
    uri: capability.uri ?? uriIn('CFItems', capability.identifier),
  }));
  const rubrics = anchoringRubrics(framework.rubrics, {
    document: caseIdentifier,
    capabilities,
    newUri: uriIn,
  });
  return {
    CFDocument: { identifier: caseIdentifier, uri, creator, title, lastChangeDateTime, ...source },
    CFItems: capabilities.map(itemOf),
    CFAssociations: treeAssociations(framework.associations, {
      document: { title, identifier: caseIdentifier, uri },
      capabilities,
      newUri: (identifier) => uriIn('CFAssociations', identifier),
    }),
    ...(definitions === null ? {} : { CFDefinitions: definitions }),
    ...(rubrics.length === 0 ? {} : { CFRubrics: rubrics }),
  };
}

function uriMaker(baseUri: string): (kind: string, identifier: string) => string {
  const base = baseUri.replace(/\/+$/, '');
  if (!isBaseUri(base)) throw new InvalidBaseUriError(baseUri);
  return (kind, identifier) => `${base}/${kind}/${identifier}`;
}

export function isBaseUri(base: string): boolean {
  return /^https?:\/\/[^/?#]+[^?#]*$/i.test(base) && strictUri(base) === base;
}

function itemOf(capability: Capability & { readonly uri: string }): CaseItem {
  const { identifier, uri, definition, name, code, kind, lastChangeDateTime, source } = capability;
  return {
    identifier,
    uri,
    fullStatement: definition === '' ? name : definition,
    abbreviatedStatement: name,
    humanCodingScheme: code,
    ...(kind === null ? {} : { CFItemType: kind }),
    lastChangeDateTime,
    ...source,
  };
}
