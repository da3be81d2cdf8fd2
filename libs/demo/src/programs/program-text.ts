export interface ProgramText {
  readonly key: string;
  readonly title: string;
  readonly purpose: string;
  /**
   * What the program says it does (expectedGain, ceiling, in levels) and what it truly does to a participant who
   * is a full true gain below the ceiling: known only because this organization is made up.
   */
  readonly develops: readonly {
    readonly capabilityCode: string;
    readonly expectedGain: number;
    readonly ceiling: number;
    readonly trueGain: number;
  }[];
}

export const PROGRAM_TEXTS: readonly ProgramText[] = [
  {
    key: 'winning-with-service',
    title: 'Winning with Service',
    purpose:
      'Business leaders redesign one real service offer with a customer over three months: what an hour without standstill is worth, what we promise, how we price it and how we keep it. Each module ends with work to be done at the customer’s plant.',
    develops: [
      { capabilityCode: 'SOLUTIONS', expectedGain: 0.6, ceiling: 4.5, trueGain: 0.75 },
      { capabilityCode: 'COMMERCIAL', expectedGain: 0.5, ceiling: 4.5, trueGain: 0.55 },
      { capabilityCode: 'CUSTOMER', expectedGain: 0.4, ceiling: 4.5, trueGain: 0.45 },
    ],
  },
  {
    key: 'leading-transformation',
    title: 'Leading Transformation',
    purpose:
      'Leaders bring a change they are responsible for, work on it in small groups with a coach between the modules, and report to the executive committee what has been adopted, not what has been launched.',
    develops: [
      { capabilityCode: 'CHANGE', expectedGain: 0.6, ceiling: 4.5, trueGain: 0.65 },
      { capabilityCode: 'PURPOSE', expectedGain: 0.5, ceiling: 4.5, trueGain: 0.5 },
      { capabilityCode: 'COLLABORATE', expectedGain: 0.5, ceiling: 4.5, trueGain: 0.5 },
    ],
  },
  {
    key: 'digital-decisions',
    title: 'Digital Decisions',
    purpose:
      'Leaders of product, plant and sales learn to judge digital proposals by running three experiments of their own with live machine data, and by deciding together which of them to fund.',
    develops: [
      { capabilityCode: 'DIGITAL', expectedGain: 0.7, ceiling: 4.5, trueGain: 0.7 },
      { capabilityCode: 'DATA', expectedGain: 0.6, ceiling: 4.5, trueGain: 0.6 },
      { capabilityCode: 'EXPERIMENT', expectedGain: 0.5, ceiling: 4.5, trueGain: 0.35 },
    ],
  },
  {
    key: 'inspiring-leaders',
    title: 'Inspiring Leaders Retreat',
    purpose:
      'Well-known speakers and time for reflection in the mountains. Participants rate it highest of all our programs; whether they lead otherwise afterwards is the question that it has never been asked.',
    develops: [
      { capabilityCode: 'COACHING', expectedGain: 0.5, ceiling: 4.5, trueGain: 0.03 },
      { capabilityCode: 'INCLUSION', expectedGain: 0.5, ceiling: 4.5, trueGain: 0.02 },
    ],
  },
];
