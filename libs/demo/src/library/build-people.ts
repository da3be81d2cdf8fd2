import type { ActionTexts } from './action-text.js';

export const BUILD_PEOPLE_ACTIONS: readonly ActionTexts[] = [
  {
    capabilityCode: 'COACHING',
    experience: [
      'Take on two people for six months, each with one thing to master, and meet them every second week',
      'Give the next assignment you would do best yourself to somebody who is not ready for it, and support them through it',
      'Open ten meetings in a row with a question instead of your view, and note what changed in the answers',
    ],
    exposure: [
      'Let a colleague who coaches well sit in on three of your conversations and tell you afterwards what they heard',
      'Exchange your most difficult coaching case with two peers once a month, each asking, nobody advising',
    ],
    education: [
      'Take the two-day course on coaching conversations and practice with a real case of your own',
    ],
  },
  {
    capabilityCode: 'TALENT',
    experience: [
      'Name a ready and a nearly ready successor for every critical role of yours, and act on the first gap this quarter',
      'Lead the hiring for a role outside your own line, from the profile of the role to the hundredth day',
      'Let your strongest manager go to another unit, and fill the seat from within in eight weeks',
    ],
    exposure: [
      'Sit on the talent review of another business, and defend your judgments with evidence in front of peers',
      'Ask three people who left in the last two years why they did, and report what you will change',
    ],
    education: [
      'Qualify as an interviewer in structured selection, and use the guide in your next five interviews',
    ],
  },
  {
    capabilityCode: 'INCLUSION',
    experience: [
      'Put together a project team in which no two members share function, site and tenure, and lead it to a result',
      'Check pay, promotion and project seats in your unit for fairness by the figures, and correct one thing',
      'Move the leadership meeting to the hours and the language of the most distant site for a quarter',
    ],
    exposure: [
      'Find a mentor twenty years younger or from another continent, and meet monthly with their questions first',
      'Have somebody observe who speaks, who is interrupted and who is credited in four of your meetings',
    ],
    education: [
      'Attend the workshop on disagreement upward, and set one rule for it together with your team',
    ],
  },
  {
    capabilityCode: 'EMPOWER',
    experience: [
      'List the decisions that came to you last month, hand over a third of them with limits, and do not take one back',
      'Be away for four weeks without being reached, and change what did not work when you are back',
      'Give a plant or sales team its whole budget for one year, against results that you agree on once',
    ],
    exposure: [
      'Spend two days with a leader whose unit decides without asking, and see how direction and limits are kept there',
      'Ask your managers, with nobody in between, where they wait for you, and answer in writing within a week',
    ],
    education: ['Work through the case of a decentralized industrial group, and present what would fit here'],
  },
];
