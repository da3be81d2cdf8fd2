import type { CapabilityGroupText } from './capability-text.js';

export const LEAD_WITH_TECHNOLOGY: CapabilityGroupText = {
  code: 'TECHNOLOGY',
  name: 'Lead with technology and responsibility',
  definition: 'Uses technology where it creates value, and answers for people and planet while doing so.',
  capabilities: [
    {
      code: 'DIGITAL',
      name: 'Digital business leadership',
      definition:
        'Sees how connected products, software and automation change the business, and leads the people who build them.',
      anchors: [
        'Uses the company’s digital tools and knows what its connected products do.',
        'Names work in own area that software could take over or improve, and supports its introduction.',
        'Sponsors a digital product or process with a clear owner, user feedback and a measured benefit.',
        'Builds digital business with its own economics and talent, and balances it with the existing one.',
        'Positions the company in the digital structure of its industry: platforms, standards, data rights and alliances.',
      ],
    },
    {
      code: 'DATA',
      name: 'Judgment with data',
      definition:
        'Asks the right question of data and algorithms, knows what the answer can bear, and acts on it.',
      anchors: [
        'Reads charts and tables of own area correctly.',
        'Asks for data before deciding and checks where they come from.',
        'Distinguishes cause from coincidence and signal from noise, and says how sure a conclusion is.',
        'Builds decisions of a business on measured effects, and sets rules for the responsible use of algorithms.',
        'Makes evidence the common language of the company’s leadership, also where it contradicts rank and habit.',
      ],
    },
    {
      code: 'SUSTAIN',
      name: 'Leading for sustainability',
      definition:
        'Cuts the footprint of products and plants, and builds business on helping customers cut theirs.',
      anchors: [
        'Knows the company’s climate targets and what they mean in own area.',
        'Measures energy and material use in own area and gets quick savings done.',
        'Includes footprint and circular use in design, sourcing and investment decisions, with figures.',
        'Leads a business whose growth comes from customers’ savings, and reports its footprint as reliably as its profit.',
        'Moves the supply chain and the standards of the industry toward lower impact while the company prospers.',
      ],
    },
    {
      code: 'SAFETY',
      name: 'Leading for safety and health',
      definition:
        'Makes sure that everybody goes home unharmed, by example, design of the work and learning from near misses.',
      anchors: [
        'Follows safety rules without exception and stops unsafe work.',
        'Talks about safety on every visit and gets hazards removed promptly.',
        'Understands why people take short cuts, changes the work so that the safe way is the easy way.',
        'Leads sites and contractors to steady improvement by reporting without blame and learning from near misses.',
        'Has made safety and health a reason why people choose to work for, and buy from, the company.',
      ],
    },
  ],
};
