import type { CapabilityGroupText } from './capability-text.js';

export const GROW_WITH_CUSTOMERS: CapabilityGroupText = {
  code: 'CUSTOMERS',
  name: 'Grow with customers',
  definition: 'Earns a growing share of what customers need, over the whole life of their plants.',
  capabilities: [
    {
      code: 'CUSTOMER',
      name: 'Understanding customers',
      definition:
        'Knows what customers try to achieve, what it costs them when it fails, and makes their success the measure.',
      anchors: [
        'Treats customers with respect and answers their questions reliably.',
        'Visits customers, listens for the need behind the request and follows up on promises.',
        'Maps how a customer uses and pays for the product, and improves what hurts them most.',
        'Holds relations with decision makers at several levels of key accounts and brings their view into internal decisions.',
        'Is an adviser to leaders of the customer’s industry, and has organized the business around how customers create value.',
      ],
    },
    {
      code: 'COMMERCIAL',
      name: 'Pricing and negotiating value',
      definition:
        'Sets prices by the value created, negotiates from preparation rather than from position, and keeps both margin and trust.',
      anchors: [
        'Knows the price list, the discount rules and who approves exceptions.',
        'Prepares negotiations with targets, limits and possible trades, and records the outcome.',
        'Quantifies the value for the customer, defends the price with it, and trades concessions instead of granting them.',
        'Leads negotiations of many parties and years, designs pricing models, and says no to volume that destroys value.',
        'Raises the commercial discipline of the company, and has changed how part of the industry prices its work.',
      ],
    },
    {
      code: 'SOLUTIONS',
      name: 'Building service business',
      definition:
        'Turns products into services and outcomes that customers pay for over the life of their equipment.',
      anchors: [
        'Can name the services that go with own products.',
        'Includes spare parts, maintenance and training in offers as a matter of course.',
        'Designs service packages with clear promises, costs them over their life and gets them delivered.',
        'Leads a service business in which contracts pay for availability or output, and engineering learns from the installed base.',
        'Moves the company’s earnings from selling equipment to securing outcomes, including its risk, finance and sales model.',
      ],
    },
    {
      code: 'PARTNERS',
      name: 'Working with partners',
      definition:
        'Chooses, structures and leads alliances with suppliers, distributors and technology firms so that both sides gain.',
      anchors: [
        'Keeps agreements with suppliers and partners.',
        'Manages a supplier or distributor by clear expectations and regular review.',
        'Judges what to make, buy or share, and settles roles, money and exit before work begins.',
        'Builds alliances that open markets or technologies, aligns incentives, and repairs relations after disputes.',
        'Shapes a network of partners around the company in which it is the partner of choice.',
      ],
    },
  ],
};
