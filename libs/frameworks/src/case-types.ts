/**
 * A CFPackage of 1EdTech CASE 1.0 as the strict binding defines it: what is written, and how the fields that have
 * no place among the capabilities are kept. Names are those of the standard. A field that is not there is absent,
 * never null.
 */
export interface CasePackage {
  readonly CFDocument: CaseDocument;
  readonly CFItems: readonly CaseItem[];
  readonly CFAssociations: readonly CaseAssociation[];
  readonly CFDefinitions?: CaseDefinitions;
  readonly CFRubrics?: readonly CaseRubric[];
}

/** What every record of a package has. */
export interface CaseRecord {
  /** A UUID of version 1 to 5. */
  readonly identifier: string;
  readonly uri: string;
  /** RFC 3339 with a zone. */
  readonly lastChangeDateTime: string;
}

export interface CaseLink {
  readonly title: string;
  readonly identifier: string;
  readonly uri: string;
}

/** Of a CFDocument, what the framework has no field for. */
export interface CaseDocumentFields {
  readonly officialSourceURL?: string;
  readonly publisher?: string;
  readonly description?: string;
  readonly subject?: readonly string[];
  readonly subjectURI?: readonly CaseLink[];
  readonly language?: string;
  readonly version?: string;
  readonly adoptionStatus?: string;
  readonly statusStartDate?: string;
  readonly statusEndDate?: string;
  readonly licenseURI?: CaseLink;
  readonly notes?: string;
}

export interface CaseDocument extends CaseRecord, CaseDocumentFields {
  readonly creator: string;
  readonly title: string;
}

/** Of a CFItem, what the capability has no field for. */
export interface CaseItemFields {
  readonly alternativeLabel?: string;
  readonly listEnumeration?: string;
  readonly conceptKeywords?: readonly string[];
  readonly conceptKeywordsURI?: CaseLink;
  readonly notes?: string;
  readonly language?: string;
  readonly educationLevel?: readonly string[];
  readonly CFItemTypeURI?: CaseLink;
  readonly licenseURI?: CaseLink;
  readonly statusStartDate?: string;
  readonly statusEndDate?: string;
}

export interface CaseItem extends CaseRecord, CaseItemFields {
  readonly fullStatement: string;
  readonly abbreviatedStatement: string;
  readonly humanCodingScheme: string;
  readonly CFItemType?: string;
}

export const ASSOCIATION_TYPES = [
  'isChildOf',
  'isPeerOf',
  'isPartOf',
  'exactMatchOf',
  'precedes',
  'isRelatedTo',
  'replacedBy',
  'exemplar',
  'hasSkillLevel',
] as const;
export type AssociationType = (typeof ASSOCIATION_TYPES)[number];

export interface CaseAssociation extends CaseRecord {
  readonly associationType: AssociationType;
  readonly sequenceNumber?: number;
  /** The identifier of a node outside of the package need not be a UUID. */
  readonly originNodeURI: CaseLink;
  readonly destinationNodeURI: CaseLink;
  readonly CFAssociationGroupingURI?: CaseLink;
}

export interface CaseRubric extends CaseRecord {
  readonly title?: string;
  readonly description?: string;
  readonly CFRubricCriteria?: readonly CaseRubricCriterion[];
}

export interface CaseRubricCriterion extends CaseRecord {
  readonly category?: string;
  readonly description?: string;
  readonly CFItemURI?: CaseLink;
  readonly weight?: number;
  readonly position?: number;
  readonly rubricId?: string;
  readonly CFRubricCriterionLevels?: readonly CaseRubricCriterionLevel[];
}

export interface CaseRubricCriterionLevel extends CaseRecord {
  readonly description?: string;
  readonly quality?: string;
  readonly score?: number;
  readonly feedback?: string;
  readonly position?: number;
  readonly rubricCriterionId?: string;
}

export interface CaseDefinitions {
  readonly CFConcepts?: readonly CaseConcept[];
  readonly CFSubjects?: readonly CaseSubject[];
  readonly CFLicenses?: readonly CaseLicense[];
  readonly CFItemTypes?: readonly CaseItemType[];
  readonly CFAssociationGroupings?: readonly CaseAssociationGrouping[];
}

export interface CaseAssociationGrouping extends CaseRecord {
  readonly title: string;
  readonly description?: string;
}

export interface CaseSubject extends CaseAssociationGrouping {
  readonly hierarchyCode: string;
}

export interface CaseConcept extends CaseSubject {
  readonly keywords?: string;
}

export interface CaseItemType extends CaseSubject {
  readonly description: string;
  readonly typeCode?: string;
}

export interface CaseLicense extends CaseAssociationGrouping {
  readonly licenseText: string;
}
