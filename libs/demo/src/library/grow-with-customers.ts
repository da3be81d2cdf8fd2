import type { ActionTexts } from './action-text.js';

export const GROW_WITH_CUSTOMERS_ACTIONS: readonly ActionTexts[] = [
  {
    capabilityCode: 'CUSTOMER',
    experience: [
      'Work two weeks in a customer’s plant, on the line that uses our equipment, and bring back what it costs them to wait',
      'Own the complaint that has been open longest, until the customer says that it is solved',
      'Build with one key customer a joint measure of success, and review it together every quarter',
    ],
    exposure: [
      'Ride along with a service technician for three days, and do not speak of products',
      'Invite a customer’s plant manager to your leadership meeting to say what they would change first',
    ],
    education: [
      'Learn to interview for needs in the two-day field course, and transcribe three interviews of your own',
    ],
  },
  {
    capabilityCode: 'COMMERCIAL',
    experience: [
      'Lead the next price round of your business, with the value for the customer calculated before the first talk',
      'Walk away from one offer under the floor, and tell sales and the customer why',
      'Negotiate a framework contract from preparation to signature, with the other side’s interests written down first',
    ],
    exposure: [
      'Sit beside our best negotiator in two rounds, and debrief each move the same day',
      'Have a purchasing manager of ours play your customer and use everything they know',
    ],
    education: ['Take the course on pricing by value, and recalculate one of your own price lists with it'],
  },
  {
    capabilityCode: 'SOLUTIONS',
    experience: [
      'Design a service with a customer who pays for the hour without standstill, and run it for six months at one site',
      'Take over the profit and loss of a service contract, and bring renewals above nine in ten',
      'Turn three spare-part customers into subscribers, and write down what convinced them',
    ],
    exposure: [
      'Spend a week in the remote service center, and listen to forty calls',
      'Visit a company of another industry that sells outcomes, and tell the team what it had to give up',
    ],
    education: ['Work through the course on service business models, and cost your own offer over ten years'],
  },
  {
    capabilityCode: 'PARTNERS',
    experience: [
      'Set up an alliance with a software or automation firm, with its end agreed on the first day',
      'Lead a supplier’s improvement for a year, sharing what is saved by a formula both signed',
      'Repair the partnership that gives you most trouble, or end it well',
    ],
    exposure: [
      'Exchange seats for a week with the manager on your partner’s side',
      'Bring two distributors to the same table, and let them say what we make hard for them',
    ],
    education: [
      'Study the contracts and the course of three of our alliances with the legal team, one of which failed',
    ],
  },
];
