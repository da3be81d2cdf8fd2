/** How much is searched: budgets of iterations, never of time. */
export const Effort = { Quick: 'quick', Standard: 'standard', Thorough: 'thorough' } as const;
export type Effort = (typeof Effort)[keyof typeof Effort];

export interface EffortBudget {
  /** Steps of the dual before the search: with seats and budget only, then with all prices. */
  readonly weakSteps: number;
  readonly strongSteps: number;
  /** Further steps for the bound after it. */
  readonly boundSteps: number;
  /** Proposals: so many a party, within these limits. */
  readonly proposalsPerParty: number;
  readonly fewestProposals: number;
  readonly mostProposals: number;
  /** Nodes of the exact search of small problems. */
  readonly nodes: number;
}

export const EFFORTS: Readonly<Record<Effort, EffortBudget>> = {
  [Effort.Quick]: {
    weakSteps: 80,
    strongSteps: 80,
    boundSteps: 60,
    proposalsPerParty: 2000,
    fewestProposals: 300_000,
    mostProposals: 4_000_000,
    nodes: 300_000,
  },
  [Effort.Standard]: {
    weakSteps: 200,
    strongSteps: 200,
    boundSteps: 400,
    proposalsPerParty: 40_000,
    fewestProposals: 4_000_000,
    mostProposals: 25_000_000,
    nodes: 5_000_000,
  },
  [Effort.Thorough]: {
    weakSteps: 200,
    strongSteps: 400,
    boundSteps: 1500,
    proposalsPerParty: 150_000,
    fewestProposals: 20_000_000,
    mostProposals: 250_000_000,
    nodes: 50_000_000,
  },
};
