export interface ActionTexts {
  readonly capabilityCode: string;
  readonly experience: readonly string[];
  readonly exposure: readonly string[];
  readonly education: readonly string[];
}
