import type { ActionTexts } from './action-text.js';

export const LEAD_WITH_TECHNOLOGY_ACTIONS: readonly ActionTexts[] = [
  {
    capabilityCode: 'DIGITAL',
    experience: [
      'Be the product owner of a connected product for half a year, with users you talk to every week',
      'Replace a process in your unit by software, from the first sketch to the day the old way is shut',
      'Decide with your team which of three digital proposals gets the money, by trials with live machine data',
    ],
    exposure: [
      'Pair with a software lead for a month: you explain the business, they explain the code',
      'Spend two days with a firm that was born digital, and bring back one practice to try',
    ],
    education: ['Take the course on software for business leaders, and build a small application yourself'],
  },
  {
    capabilityCode: 'DATA',
    experience: [
      'Answer a question your team has argued about for a year with data you collect yourself',
      'Set up a figure that your unit decides by, with its definition, its error and its owner',
      'Put a forecasting model into daily use, with a person who may overrule it and a log of when they do',
    ],
    exposure: [
      'Have a data scientist review the figures in your next management report, line by line',
      'Explain a model we use to a customer or a works council, and note what you could not say',
    ],
    education: [
      'Complete the course on statistics for decisions, and redo one old analysis with what you learned',
    ],
  },
  {
    capabilityCode: 'SUSTAIN',
    experience: [
      'Cut the energy used per unit in one plant by a tenth within a year',
      'Develop with a customer an offer that lowers their emissions, and price it by what they save',
      'Put carbon into the business case of your next investment, with a price you defend',
    ],
    exposure: [
      'Host a day with a supplier, a neighbor and a critic of our plant, and publish what you agreed on',
      'Work with the sustainability report team on one chapter, down to the meter readings',
    ],
    education: [
      'Learn to read a life-cycle assessment in the certified course, and commission one for a main product',
    ],
  },
  {
    capabilityCode: 'SAFETY',
    experience: [
      'Lead the investigation of a serious near miss to the causes in the design of the work',
      'Do a safety walk each week with another shift, ask only questions, and close every finding',
      'Stop work that is late and unsafe, and take the delay on yourself',
    ],
    exposure: [
      'Spend three days with the safety crew of a chemical or an airline operator',
      'Hear two people who were injured here, and tell their story, with their consent, at your next meeting',
    ],
    education: ['Take the course on human factors, and change one task in your unit with those who do it'],
  },
];
