/** What raters write beside a rating, by how high it is; none names a person, a unit or a place. */
export const COMMENTS = {
  low: [
    'I would like to see more initiative here.',
    'Leaves this to others too often.',
    'Knows the theory; I have not yet seen it in a difficult moment.',
    'Needs more practice, and a good example to work with.',
    'Reacts late, when the costs are already there.',
    'Has not had the opportunity so far; a project would help.',
    'Speaks about it but does not change own habits.',
    'Under pressure this is the first thing to go.',
  ],
  middle: [
    'Solid in known situations, less sure in new ones.',
    'Better than a year ago.',
    'Does this well inside own area; across areas it is harder.',
    'Depends on the topic and on the time available.',
    'Could involve us earlier.',
    'Reliable; I would wish for more courage.',
    'Good start, now it needs to become routine.',
    'Explains well but follows up too little.',
  ],
  high: [
    'I learn a lot by watching how this is done.',
    'Clear, calm and consistent, also when it becomes difficult.',
    'Brings the right people together and gets to a decision.',
    'Others come for advice on exactly this.',
    'Has changed how we work, and it has lasted.',
    'Sees it coming before the rest of us.',
    'Gives the reasons first and the answer second; it works.',
    'A model for the next generation.',
  ],
} as const;
