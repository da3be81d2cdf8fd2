/** How far a run is. */
export interface Progress {
  readonly phase: 'bound' | 'search' | 'polish';
  /** 0..1 of the whole run, by its budgets. */
  readonly done: number;
  /** Points of the best plan so far; what is not met yet counts against it. Null: none yet. */
  readonly objective: number | null;
  /** No plan is worth more; null: nothing proven yet. */
  readonly bound: number | null;
}
