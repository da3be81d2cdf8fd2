import type { ActionTexts } from './action-text.js';

export const LEAD_CHANGE_ACTIONS: readonly ActionTexts[] = [
  {
    capabilityCode: 'CHANGE',
    experience: [
      'Lead a change that crosses three units, and report each month what is used, not what was launched',
      'Take over a change that is stuck, find out in two weeks whom it costs something, and start again with them',
      'Close the old system, form or meeting on the day the new one begins, and stay on site for the first week',
    ],
    exposure: [
      'Set up a sounding board of ten skeptics, and change one thing after every meeting',
      'Accompany the lead of a plant transformation for a month as their right hand',
    ],
    education: [
      'Take the course on leading change with your own case, and have the plan reviewed by participants',
    ],
  },
  {
    capabilityCode: 'EXPERIMENT',
    experience: [
      'Run five trials of at most four weeks each, with the result that would stop them written down first',
      'Test a new offer on paper with twelve customers before anything is built',
      'Give your team a small budget for trials and one evening a quarter for those that failed',
    ],
    exposure: [
      'Visit the test bench of a start-up, and compare how many days lie between an idea and its first proof',
      'Have a data analyst question the design of your next trial before it starts',
    ],
    education: [
      'Learn the basics of designed experiments in the online course, and plan one for your process',
    ],
  },
  {
    capabilityCode: 'DECIDE',
    experience: [
      'Keep a journal of twenty decisions with your confidence in each, and look at them again after six months',
      'Lead a decision in which you cannot wait for the facts, with the day named on which you will correct it',
      'Have two teams argue opposite sides of your next investment, and decide in front of both',
    ],
    exposure: [
      'Take part in a crisis exercise in the role of the person who decides',
      'Ask those who were against your last big decision how fair they found the way to it',
    ],
    education: [
      'Attend the seminar on judgment and bias, and add one safeguard to the way your team decides',
    ],
  },
  {
    capabilityCode: 'COLLABORATE',
    experience: [
      'Lead a goal that two other units own as much as you do, with one figure for all three',
      'Spend three months on an assignment in another business or country, and deliver something they keep',
      'Give up a resource for the good of another unit before you are asked, and agree on what comes back',
    ],
    exposure: [
      'Meet your three most important colleagues in other units monthly, with what you owe each other as the only subject',
      'Have the unit that complains most about yours describe a day with you',
    ],
    education: [
      'Take part in the program on leading without authority together with a colleague from another function',
    ],
  },
];
