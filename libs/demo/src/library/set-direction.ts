import type { ActionTexts } from './action-text.js';

export const SET_DIRECTION_ACTIONS: readonly ActionTexts[] = [
  {
    capabilityCode: 'MARKET-SENSE',
    experience: [
      'Write a two-page outlook on your market each quarter, with three calls that can turn out wrong, and score the last ones',
      'Lead a small team that plays your toughest competitor for a month and attacks our plan',
      'Follow one weak signal, such as a new entrant or a draft rule, until you can say what it will cost or bring us',
    ],
    exposure: [
      'Visit eight customers, two who left and two who never bought, and ask what they see coming',
      'Join the board of a trade association or a standards committee for a year',
    ],
    education: ['Take the course on scenario work, and bring back two scenarios for the planning round'],
  },
  {
    capabilityCode: 'STRATEGY',
    experience: [
      'Prepare the strategic review of your business with three real alternatives, one of which you would rather not see',
      'Stop a product, a market or a customer group, and lead the way out with its people',
      'Turn a strategy of forty pages into five choices that a shift leader can repeat',
    ],
    exposure: [
      'Serve one planning cycle in the strategy office of the group',
      'Let a board member take your strategy apart for two hours, and write down what stood',
    ],
    education: [
      'Complete the program on competitive strategy for general managers, with your own business as the case',
    ],
  },
  {
    capabilityCode: 'PORTFOLIO',
    experience: [
      'Move a tenth of your people and budget to the most promising activity before the next budget round',
      'Lead the review of all running projects in your unit, and end the lowest fifth',
      'Protect the means of a new business through one quarter in which the old one is short',
    ],
    exposure: [
      'Take part in an acquisition or a divestment from first talk to signature',
      'Sit in on the investment committee for half a year, and write the opposing opinion twice',
    ],
    education: [
      'Learn to read a portfolio by value and by optionality in the finance school, and apply it to your own',
    ],
  },
  {
    capabilityCode: 'PURPOSE',
    experience: [
      'Tell the story of our direction to every shift of one site, without slides, and collect the questions you could not answer',
      'Have each of your teams write what the direction asks them to start, stop and keep, and review it after ninety days',
      'Rewrite the objectives of your unit so that each names the customer or colleague who is better off',
    ],
    exposure: [
      'Ask a colleague to interview ten people of yours on why their work matters, and listen to the recordings',
      'Take three of your people to a customer whose plant runs on our equipment, and let them tell the others',
    ],
    education: [
      'Attend the workshop on leading with a story, and try yours on people who do not work for you',
    ],
  },
];
