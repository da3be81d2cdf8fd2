import type { CapabilityGroupText } from './capability-text.js';

export const SET_DIRECTION: CapabilityGroupText = {
  code: 'DIRECTION',
  name: 'Set direction',
  definition: 'Reads where the industry is going, chooses where Tarnholm plays, and makes the choice clear.',
  capabilities: [
    {
      code: 'MARKET-SENSE',
      name: 'Market sensing',
      definition:
        'Notices early what customers, competitors, regulators and suppliers are about to do, and says what it means for the business.',
      anchors: [
        'Follows the news of own market and can name the main customers and competitors.',
        'Collects signals from customers and suppliers in a regular rhythm and passes on those that matter.',
        'Connects signals from several sources into a view of the next two years and tests that view with customers.',
        'Spots shifts before competitors act, quantifies what is at stake and gets the business to prepare options.',
        'Shapes how the whole company watches its markets; own forecasts, right and wrong, are reviewed openly and relied upon.',
      ],
    },
    {
      code: 'STRATEGY',
      name: 'Strategic choice',
      definition:
        'Turns analysis into a small number of choices about where to compete and how to win, including what will not be done.',
      anchors: [
        'Can repeat the strategy of own unit and say how own work relates to it.',
        'Describes alternatives with their advantages and drawbacks, and names the assumptions behind each.',
        'Makes choices for own area that fit together, states what is given up, and explains them in plain words.',
        'Sets the strategy of a business: a few reinforcing choices, tested against hostile scenarios, with early signs that would reverse them.',
        'Frames the strategic questions for the company, changes its course in time, and leaves others able to make choices of the same quality.',
      ],
    },
    {
      code: 'PORTFOLIO',
      name: 'Moving resources',
      definition:
        'Shifts money, people and attention from yesterday’s priorities to tomorrow’s, and keeps them there under pressure.',
      anchors: [
        'Knows the budget and headcount of own area and who decides on them.',
        'Proposes reallocation inside own budget when priorities change, with reasons.',
        'Stops or shrinks work that no longer pays its way and moves the people to where they count more.',
        'Reallocates across functions every year against agreed criteria, and funds new growth before the old has declined.',
        'Steers the company’s portfolio of businesses and bets, exits at the right moment, and wins support from those who give something up.',
      ],
    },
    {
      code: 'PURPOSE',
      name: 'Making direction meaningful',
      definition:
        'Helps people see why the direction matters, what it asks of them and how their own work adds to it.',
      anchors: [
        'Passes on messages about direction as they were received.',
        'Explains to the team in own words what a strategy means for its work this quarter.',
        'Builds dialogue rather than announcement: invites doubts, answers them honestly, and checks what was understood.',
        'Links the work of many teams to the direction through stories, symbols and decisions that people repeat to each other.',
        'Gives the whole company, and partners outside it, a reason to commit that outlasts setbacks and changes of leader.',
      ],
    },
  ],
};
