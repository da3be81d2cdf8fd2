/** The ids that other parts of the document may name. */
export interface KnownIds {
  readonly capabilities: ReadonlySet<string>;
  readonly leadershipLevels: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly locations: ReadonlySet<string>;
  readonly programs: ReadonlySet<string>;
  readonly cohorts: ReadonlySet<string>;
  readonly executives: ReadonlySet<string>;
}
