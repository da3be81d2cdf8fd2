import type { CapabilityGroupText } from './capability-text.js';

export const BUILD_PEOPLE: CapabilityGroupText = {
  code: 'PEOPLE',
  name: 'Build people and teams',
  definition: 'Leaves behind people who can do more, and teams in which they want to do it.',
  capabilities: [
    {
      code: 'COACHING',
      name: 'Coaching for performance',
      definition:
        'Helps others to see, try and master more than they could before, by questions, feedback and stretching work.',
      anchors: [
        'Gives praise and correction when asked.',
        'Holds regular conversations about performance and gives feedback on concrete behavior.',
        'Asks before advising, agrees on one thing to practice, and returns to it until it is mastered.',
        'Develops other leaders through demanding assignments with support, and is known for the careers that began here.',
        'Makes coaching the normal way of leading in a business; is sought as a mentor well beyond own line.',
      ],
    },
    {
      code: 'TALENT',
      name: 'Building the bench',
      definition:
        'Attracts, judges and places people so that critical roles are always in good hands, today and in three years.',
      anchors: [
        'Takes part in hiring and gives a reasoned view of candidates.',
        'Hires by evidence against the role, and knows the strengths and wishes of own people.',
        'Has a ready or nearly ready successor for each critical role in own area, and acts on poor fit with decency.',
        'Exchanges talent with other units for the good of the whole, and fills most key roles from within and in time.',
        'Gives the company its leadership pipeline: rigorous in judgment, fair in access, ahead of the strategy’s needs.',
      ],
    },
    {
      code: 'INCLUSION',
      name: 'Leading inclusive teams',
      definition:
        'Builds teams in which different people are heard, treated fairly and able to disagree, and uses their difference for better results.',
      anchors: [
        'Treats everybody with respect and is aware of having own blind spots.',
        'Makes sure that quiet and distant members are heard in meetings, and addresses disrespect.',
        'Composes teams for difference of view, shares credit and opportunity fairly, and checks that by the facts.',
        'Creates the safety to disagree upward across several teams and cultures, and removes barriers from processes.',
        'Is an example beyond the company; decisions about people stand up to open scrutiny at every level.',
      ],
    },
    {
      code: 'EMPOWER',
      name: 'Delegating and empowering',
      definition:
        'Places decisions with those closest to the facts, gives them the means and boundaries, and holds them to results.',
      anchors: [
        'Hands over tasks with instructions on how to do them.',
        'Delegates results rather than steps and agrees on when to check.',
        'Matches freedom to competence, gives information and budget with the task, and resists taking it back.',
        'Moves whole classes of decisions downward with clear limits, and redesigns roles, so that managers are not the bottleneck.',
        'Builds a decentralized company that stays coherent because direction, limits and results are transparent to all.',
      ],
    },
  ],
};
