/** One capability as it is written down: what it is, and what each proficiency level looks like at work, lowest first. */
interface CapabilityText {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  /** Awareness, Basic, Intermediate, Advanced, Expert. */
  readonly anchors: readonly [string, string, string, string, string];
}

/** A heading of the framework and the capabilities under it. */
export interface CapabilityGroupText {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly capabilities: readonly CapabilityText[];
}
