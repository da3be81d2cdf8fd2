import type { CapabilityGroupText } from './capability-text.js';

export const LEAD_CHANGE: CapabilityGroupText = {
  code: 'CHANGE-LEAD',
  name: 'Lead change',
  definition: 'Moves an organization from the way it works today to the way it must work next.',
  capabilities: [
    {
      code: 'CHANGE',
      name: 'Leading transformation',
      definition:
        'Plans and leads change so that new ways of working are adopted, used and kept, not only announced.',
      anchors: [
        'Cooperates when change is introduced and asks what is expected.',
        'Plans the steps of a change in own team and tells people early what will be different for them.',
        'Names who gains and who loses, involves both in the design, and follows adoption until it is stable.',
        'Leads change across several sites or functions; removes structures and rewards that hold the old way in place.',
        'Leads transformations on which the company depends, sequences them so that people can carry them, and builds leaders of change.',
      ],
    },
    {
      code: 'EXPERIMENT',
      name: 'Learning by experiment',
      definition:
        'Tests ideas quickly and cheaply, learns from what happened, and scales only what has proved itself.',
      anchors: [
        'Is open to trying another way when somebody proposes it.',
        'Runs small trials in own area and writes down what was expected and what happened.',
        'States the riskiest assumption first, designs a test that could refute it, and stops when it is refuted.',
        'Keeps a stream of experiments going across teams, with money and permission to fail inside clear limits.',
        'Makes disciplined experimenting normal in the company, so that large bets are rarely placed on untested beliefs.',
      ],
    },
    {
      code: 'DECIDE',
      name: 'Deciding under uncertainty',
      definition:
        'Takes timely decisions with incomplete information, by a process that others find fair, and corrects them when facts change.',
      anchors: [
        'Recognizes which decisions are own to take and brings the others to the right person.',
        'Decides routine matters in time and can say on what grounds.',
        'Separates reversible from irreversible decisions, seeks the dissenting view, and fixes when to look again.',
        'Decides on high stakes with a range of outcomes in view, guards against known biases of the group, and owns the result.',
        'Sets how the company decides; is sought for the hardest calls and reviews their quality apart from their luck.',
      ],
    },
    {
      code: 'COLLABORATE',
      name: 'Working across boundaries',
      definition:
        'Gets results that no single unit could, by building trust and shared goals across businesses, functions and countries.',
      anchors: [
        'Responds helpfully when another unit asks.',
        'Knows the goals and pressures of neighboring units and coordinates with them without being told.',
        'Agrees on shared goals and measures with other units, and gives up a local advantage when the whole gains.',
        'Leads work across businesses without authority over them, settles conflicts of interest early and in the open.',
        'Removes the causes of silos, such as rival targets and double structures, and is trusted as an honest broker by all.',
      ],
    },
  ],
};
