import type { ActionTexts } from './action-text.js';

export const RUN_THE_BUSINESS_ACTIONS: readonly ActionTexts[] = [
  {
    capabilityCode: 'OPERATIONS',
    experience: [
      'Take one value stream from order to delivery, and halve its lead time in six months',
      'Hold the daily stand-up of a line for four weeks, and solve one cause for good each week',
      'Bring the worst quality figure of your unit to its target without adding inspection',
    ],
    exposure: [
      'Spend a week in our best plant with a task, not on a tour',
      'Let the plant’s improvement coach follow you for a day and name what you make people wait for',
    ],
    education: ['Earn the advanced certificate in lean operations with a project of your own'],
  },
  {
    capabilityCode: 'FINANCE',
    experience: [
      'Prepare the business case of an investment over a million by yourself, and defend it',
      'Free a tenth of the working capital of your unit, and explain from where it came',
      'Give the quarterly review of your business without the controller in the room',
    ],
    exposure: [
      'Work with your controller for a day each month until you can forecast the quarter within two percent',
      'Sit in on a call with analysts or lenders, and write down what they asked about',
    ],
    education: ['Complete finance for general managers, and value your own business with it'],
  },
  {
    capabilityCode: 'RISK',
    experience: [
      'Lead the yearly risk review of your business, and close the risk that everybody knows and nobody owns',
      'Rehearse the loss of your main supplier, site or system with those who would have to act',
      'Turn down business that breaks our rules, and tell your people what it cost and why',
    ],
    exposure: [
      'Join an internal audit in another business for two weeks',
      'Ask people three levels below you what they would not dare to report, with somebody independent in the room',
    ],
    education: ['Take the course on integrity in difficult markets, with the cases from our own history'],
  },
  {
    capabilityCode: 'PROJECTS',
    experience: [
      'Lead a customer project of more than ten million from offer to handover',
      'Take over a project in trouble, and set its new baseline with the customer in thirty days',
      'Hold the review that stops a project, and see to it that its people are well placed',
    ],
    exposure: [
      'Sit on the steering committee of a project that is not yours, and ask for the forecast every time',
      'Have an experienced project director go through your plan and name the three things you do not control',
    ],
    education: ['Earn the senior certificate in project leadership, including contracts and claims'],
  },
];
