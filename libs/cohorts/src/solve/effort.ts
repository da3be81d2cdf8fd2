/** How much is searched: budgets of iterations, never of time. */
export const Effort = { Quick: 'quick', Standard: 'standard', Thorough: 'thorough' } as const;
export type Effort = (typeof Effort)[keyof typeof Effort];

export interface EffortBudget {
  /** Steps of the dual before the search. */
  readonly dualSteps: number;
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
    dualSteps: 60,
    boundSteps: 20,
    proposalsPerParty: 300,
    fewestProposals: 40_000,
    mostProposals: 1_500_000,
    nodes: 300_000,
  },
  [Effort.Standard]: {
    dualSteps: 250,
    boundSteps: 150,
    proposalsPerParty: 10_000,
    fewestProposals: 1_000_000,
    mostProposals: 9_000_000,
    nodes: 5_000_000,
  },
  [Effort.Thorough]: {
    dualSteps: 500,
    boundSteps: 700,
    proposalsPerParty: 60_000,
    fewestProposals: 6_000_000,
    mostProposals: 60_000_000,
    nodes: 50_000_000,
  },
};
