import type { CapabilityGroupText } from './capability-text.js';

export const RUN_THE_BUSINESS: CapabilityGroupText = {
  code: 'RUN',
  name: 'Run the business',
  definition: 'Delivers what was promised: in time, in quality, at a profit and within the rules.',
  capabilities: [
    {
      code: 'OPERATIONS',
      name: 'Operational excellence',
      definition:
        'Runs and improves the flow of work so that quality, delivery and cost get better together.',
      anchors: [
        'Follows the standards of own process and reports when they are not met.',
        'Measures quality and delivery in own area and reacts to deviations the same day.',
        'Finds causes at the place where the work is done, improves the flow with those who do it, and keeps the gain.',
        'Balances capacity, stock and lead time across a chain of sites; problems become visible and are solved at the lowest level.',
        'Builds an operating system of which customers and competitors take note, and develops plant leaders who renew it.',
      ],
    },
    {
      code: 'FINANCE',
      name: 'Financial acumen',
      definition:
        'Understands how the business earns money and uses cash, and lets this understanding guide decisions.',
      anchors: [
        'Reads a cost report of own area and knows its largest items.',
        'Explains deviations from budget and what will be done about them.',
        'Judges proposals by margin, cash and return over their life, and makes the assumptions explicit.',
        'Manages a full profit and loss account and its balance sheet; improves return on capital without borrowing from the future.',
        'Sets financial ambition and structure for the company, and is trusted by owners and lenders because forecasts hold.',
      ],
    },
    {
      code: 'RISK',
      name: 'Managing risk and integrity',
      definition:
        'Sees what could go wrong in time, takes risks knowingly, and keeps to law and ethics when it is costly.',
      anchors: [
        'Knows the code of conduct and the main hazards of own work.',
        'Lists the risks of own area, agrees on measures and keeps them current.',
        'Weighs risk against reward openly, raises bad news early, and acts on weak controls before an incident.',
        'Sets risk appetite for a business, prepares it for disruption, and refuses profitable business that crosses the line.',
        'Gives the company a culture in which people speak up without fear, and leads it through crises with its reputation intact.',
      ],
    },
    {
      code: 'PROJECTS',
      name: 'Delivering large projects',
      definition:
        'Leads complex customer and investment projects from offer to handover within scope, time, cost and safety.',
      anchors: [
        'Delivers own work package as agreed.',
        'Plans a small project, follows it weekly and asks for help before a milestone slips.',
        'Leads a project with several disciplines; controls changes, claims and suppliers, and forecasts the cost at completion well.',
        'Leads projects that can move the result of a business; contracts and governance allocate risk to those who can bear it.',
        'Makes the company reliable at large projects: right ones accepted, recovered early when in trouble, lessons truly reused.',
      ],
    },
  ],
};
