/** What one capability must reach: the same at all leadership levels, or at each from the lowest (null: nothing is required). */
export interface RequirementText {
  readonly capabilityCode: string;
  readonly required: number | readonly [number | null, number | null, number | null, number | null];
  readonly weight: number;
  readonly critical?: boolean;
}

/** Who answers for a statement, by seat. */
export type OwnerSeat =
  | 'chief-executive'
  | 'chief-financial-officer'
  | 'chief-people-officer'
  | 'chief-technology-officer'
  | `president-${0 | 1 | 2 | 3 | 4 | 5}`;

export interface StatementText {
  readonly key: string;
  readonly kind: 'STRATEGY' | 'VALUE' | 'VISION';
  readonly title: string;
  readonly narrative: string;
  readonly weight: number;
  readonly owner: OwnerSeat;
  /** Months from today at which the first approval holds. */
  readonly effectiveMonths: number;
  readonly requirements: readonly RequirementText[];
  /** A later approved version that asks for something else. */
  readonly revision?: { readonly effectiveMonths: number; readonly requirements: readonly RequirementText[] };
}
