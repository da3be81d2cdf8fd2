import type { RequirementText, StatementText } from './statement-text.js';

const CONNECTED_MACHINES: readonly RequirementText[] = [
  { capabilityCode: 'DIGITAL', required: [3, 3.5, 4, 4], weight: 3, critical: true },
  { capabilityCode: 'DATA', required: [3, 3.5, 4, 4], weight: 2 },
  { capabilityCode: 'EXPERIMENT', required: [3, 3.5, 3.5, 4], weight: 2 },
  { capabilityCode: 'PARTNERS', required: [null, 3, 3.5, 4], weight: 1 },
  { capabilityCode: 'TALENT', required: [3, 3.5, 3.5, 4], weight: 1 },
  { capabilityCode: 'STRATEGY', required: [null, 3, 3.5, 4], weight: 1 },
];

/** The company's own strategies. Required levels rise with the leadership level, as what is at stake does. */
export const STRATEGIES: readonly StatementText[] = [
  {
    key: 'service-half',
    kind: 'STRATEGY',
    title: 'Earn half our result from service',
    narrative:
      'Forty thousand Tarnholm machines run at our customers, and others maintain two thirds of them. By 2030 half of our operating result shall come from keeping machines running: contracts that promise availability, parts that arrive before they are missed, engineers who learn from the installed base. It asks every business to think in the twenty years after delivery, and to price what an hour without standstill is worth.',
    weight: 3,
    owner: 'president-5',
    effectiveMonths: -22,
    requirements: [
      { capabilityCode: 'SOLUTIONS', required: [3, 3.5, 4, 4], weight: 3, critical: true },
      { capabilityCode: 'CUSTOMER', required: [3.5, 3.5, 4, 4], weight: 2 },
      { capabilityCode: 'COMMERCIAL', required: [3.5, 3.5, 4, 4.5], weight: 2, critical: true },
      { capabilityCode: 'CHANGE', required: [3, 3.5, 4, 4], weight: 1.5 },
      { capabilityCode: 'DATA', required: [3, 3.5, 3.5, 4], weight: 1 },
      { capabilityCode: 'FINANCE', required: [3, 3.5, 4, 4], weight: 1 },
    ],
  },
  {
    key: 'every-day',
    kind: 'STRATEGY',
    title: 'Plants that deliver every day',
    narrative:
      'We lose more orders to late delivery than to price. Within three years ninety-five of a hundred orders shall leave on the day that was promised, in the quality that was promised, with nobody hurt. The way there is not heroism at the end of the month but steady flow, problems solved where they arise, and leaders who are on the shop floor to help.',
    weight: 2,
    owner: 'president-0',
    effectiveMonths: -22,
    requirements: [
      { capabilityCode: 'OPERATIONS', required: [3.5, 3.5, 4, 4.5], weight: 3 },
      { capabilityCode: 'SAFETY', required: [3, 3.5, 3.5, 4], weight: 2, critical: true },
      { capabilityCode: 'COACHING', required: [3, 3, 3.5, 3.5], weight: 1.5 },
      { capabilityCode: 'PROJECTS', required: [3, 3.5, 3.5, 4], weight: 1 },
      { capabilityCode: 'RISK', required: [2.5, 3, 3.5, 3.5], weight: 1 },
      { capabilityCode: 'EMPOWER', required: [2.5, 3, 3, 3.5], weight: 1 },
    ],
  },
  {
    key: 'connected-machines',
    kind: 'STRATEGY',
    title: 'Lead in connected machines',
    narrative:
      'A pump that tells when it will fail is worth more than a better pump. From 2028 no machine of ours leaves the plant without being able to report its condition, and one platform serves all six businesses. We build what sets us apart, share what does not, and learn in weeks rather than in product generations.',
    weight: 2.5,
    owner: 'chief-technology-officer',
    effectiveMonths: -20,
    requirements: CONNECTED_MACHINES,
    revision: {
      effectiveMonths: -7,
      requirements: [...CONNECTED_MACHINES, { capabilityCode: 'COLLABORATE', required: 3, weight: 1 }],
    },
  },
  {
    key: 'grow-south-east',
    kind: 'STRATEGY',
    title: 'Be at home in the growing markets',
    narrative:
      'Most new plants of our customers are built in India, Southeast Asia, West Africa and Latin America; most of our decisions are still taken in Europe. We move design, purchasing and authority to where the customers are, and half of our next hundred senior leaders shall have grown up in these markets.',
    weight: 2,
    owner: 'chief-executive',
    effectiveMonths: -22,
    requirements: [
      { capabilityCode: 'MARKET-SENSE', required: [3, 3.5, 3.5, 4], weight: 2 },
      { capabilityCode: 'INCLUSION', required: [3, 3.5, 3.5, 4], weight: 2, critical: true },
      { capabilityCode: 'COLLABORATE', required: [3, 3.5, 3.5, 4], weight: 2 },
      { capabilityCode: 'CUSTOMER', required: [3, 3.5, 3.5, 4], weight: 1 },
      { capabilityCode: 'EMPOWER', required: [3, 3.5, 3.5, 4], weight: 1 },
      { capabilityCode: 'PARTNERS', required: [null, 3, 3.5, 3.5], weight: 1 },
    ],
  },
  {
    key: 'half-footprint',
    kind: 'STRATEGY',
    title: 'Halve the footprint, ours and our customers’',
    narrative:
      'Machines like ours use a tenth of the world’s electricity. We halve the energy that a new Tarnholm system needs for the same work by 2032, and the emissions of our own plants by 2030. It decides where we invest, which products we stop, and whom we buy from; it is also the best reason a customer has to replace a machine that still runs.',
    weight: 1.5,
    owner: 'president-2',
    effectiveMonths: -18,
    requirements: [
      { capabilityCode: 'SUSTAIN', required: [3, 3, 3.5, 4], weight: 3, critical: true },
      { capabilityCode: 'CHANGE', required: [3, 3.5, 3.5, 4], weight: 2 },
      { capabilityCode: 'PURPOSE', required: [3, 3, 3.5, 4], weight: 1.5 },
      { capabilityCode: 'PORTFOLIO', required: [null, 3, 3.5, 4], weight: 1 },
      { capabilityCode: 'OPERATIONS', required: [3, 3.5, 3.5, 4], weight: 1 },
      { capabilityCode: 'PARTNERS', required: [null, 3, 3.5, 3.5], weight: 1 },
    ],
  },
];
