import type { StatementText } from './statement-text.js';

export const VALUES_AND_VISION: readonly StatementText[] = [
  {
    key: 'home-safe',
    kind: 'VALUE',
    title: 'Home safe',
    narrative:
      'Nothing we make is worth an injury. Whoever sees a danger stops the work, and is thanked for it by the one who has to explain the delay.',
    weight: 1,
    owner: 'chief-executive',
    effectiveMonths: -36,
    requirements: [
      { capabilityCode: 'SAFETY', required: 3, weight: 2, critical: true },
      { capabilityCode: 'RISK', required: 3, weight: 1 },
      { capabilityCode: 'EMPOWER', required: 2.5, weight: 1 },
    ],
  },
  {
    key: 'straight-talk',
    kind: 'VALUE',
    title: 'Straight talk, open ears',
    narrative:
      'We say what we see, early and to the person concerned, and we listen as if the other might be right. Rank ends no argument; facts and decency do.',
    weight: 1,
    owner: 'chief-people-officer',
    effectiveMonths: -36,
    requirements: [
      { capabilityCode: 'INCLUSION', required: 3, weight: 1 },
      { capabilityCode: 'COACHING', required: 3, weight: 1 },
      { capabilityCode: 'DECIDE', required: [2.5, 3, 3, 3.5], weight: 1 },
    ],
  },
  {
    key: 'one-tarnholm',
    kind: 'VALUE',
    title: 'One Tarnholm',
    narrative:
      'A customer has one problem and should meet one company. We help the other business before we are asked, send our best people when they are needed elsewhere, and share the credit.',
    weight: 1,
    owner: 'chief-executive',
    effectiveMonths: -36,
    requirements: [
      { capabilityCode: 'COLLABORATE', required: 3, weight: 2 },
      { capabilityCode: 'TALENT', required: [2.5, 3, 3, 3.5], weight: 1 },
      { capabilityCode: 'CUSTOMER', required: 3, weight: 1 },
    ],
  },
  {
    key: 'vision',
    kind: 'VISION',
    title: 'The quiet force behind clean industry',
    narrative:
      'In 2035 the pumps, drives and compressors that keep water, food, trains and factories going run on half the energy, hardly ever stop, and tell those who depend on them in time when they will. Most of them are ours. People who care about such things want to work here, wherever they were born.',
    weight: 1,
    owner: 'chief-executive',
    effectiveMonths: -36,
    requirements: [
      { capabilityCode: 'STRATEGY', required: [2.5, 3, 3.5, 4], weight: 2 },
      { capabilityCode: 'PURPOSE', required: [3, 3, 3.5, 4], weight: 2 },
      { capabilityCode: 'CHANGE', required: 3, weight: 1 },
      { capabilityCode: 'SUSTAIN', required: 3, weight: 1 },
      { capabilityCode: 'TALENT', required: [2.5, 3, 3.5, 3.5], weight: 1 },
    ],
  },
];
