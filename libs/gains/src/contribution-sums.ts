export const ContributionSource = {
  /** Level changes of people who completed the cohort. */
  Cohort: 'COHORT',
  /** Level changes of people who completed none. */
  Others: 'OTHERS',
  /** Requirements and policy. */
  Requirements: 'REQUIREMENTS',
  /** Evidence gained, lost or turned stale. */
  Evidence: 'EVIDENCE',
  Joined: 'JOINED',
  Left: 'LEFT',
  /** From or to another population of the organization. */
  Moved: 'MOVED',
  /** The figure on the day of the baseline less the baseline typed in. */
  TypedBaseline: 'TYPED_BASELINE',
} as const;
export type ContributionSource = (typeof ContributionSource)[keyof typeof ContributionSource];

/** One part of what moved a figure. */
export interface Contribution {
  readonly source: ContributionSource;
  /** Of the source COHORT, else null. */
  readonly cohortId: string | null;
  /** Null when the figure does not unfold by capability. */
  readonly capabilityId: string | null;
  /** In the figure's unit. */
  readonly amount: number;
}

interface Cause {
  readonly source: ContributionSource;
  readonly cohortId?: string;
  /** Of the change, 0..1; not given: all of it. */
  readonly share?: number;
}

/** Below any figure's last digit; thousands of such parts stay below 1e-9. */
const NOTHING = 1e-13;

/** Adds up changes by source, cohort and capability. */
export class ContributionSums {
  readonly #bySource = new Map<ContributionSource, Map<string | null, Map<string | null, number>>>();
  readonly #people = new Map<ContributionSource, number>();
  readonly #perPerson: number;

  /** @param perPerson what one person's change is of the figure's, 1/n */
  constructor(perPerson: number) {
    this.#perPerson = perPerson;
  }

  add(changeByCapability: ReadonlyMap<string | null, number>, { source, cohortId, share = 1 }: Cause): void {
    const byCohort = entryOf(this.#bySource, source, () => new Map());
    const sums = entryOf(byCohort, cohortId ?? null, () => new Map<string | null, number>());
    for (const [capabilityId, change] of changeByCapability) {
      sums.set(capabilityId, (sums.get(capabilityId) ?? 0) + share * this.#perPerson * change);
    }
  }

  /** Counts one person whose part the source moved. */
  count(source: ContributionSource): void {
    this.#people.set(source, (this.#people.get(source) ?? 0) + 1);
  }

  /** How many people each source moved; those that moved nobody are absent. */
  get people(): ReadonlyMap<ContributionSource, number> {
    return this.#people;
  }

  /** In the order of the sources, then by cohort and capability. */
  contributions(): readonly Contribution[] {
    return Object.values(ContributionSource).flatMap((source) =>
      sorted(this.#bySource.get(source)).flatMap(([cohortId, sums]) =>
        sorted(sums)
          .filter(([, amount]) => Math.abs(amount) > NOTHING)
          .map(([capabilityId, amount]) => ({ source, cohortId, capabilityId, amount })),
      ),
    );
  }
}

/** Whether a change by capability changes anything. */
export const isAnything = (changeByCapability: ReadonlyMap<string | null, number>): boolean =>
  [...changeByCapability.values()].some((change) => Math.abs(change) > NOTHING);

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}

function sorted<V>(map: ReadonlyMap<string | null, V> | undefined): readonly (readonly [string | null, V])[] {
  return [...(map ?? [])].toSorted(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1));
}
