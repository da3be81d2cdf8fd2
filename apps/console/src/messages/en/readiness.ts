export const readiness = {
  'readiness.title': 'Readiness',
  'readiness.sentence':
    '{share} of {assessed, number} assessed executives are ready now for <b>{title}</b>{trend, select, up {, up {points, plural, one {# point} other {# points}} since {since}} down {, down {points, plural, one {# point} other {# points}} since {since}} same {, as in {since}} other {}}{hasGoal, select, yes {; the goal is {goal} by {due}} other {}}.',
  'readiness.sentence.none': 'Nobody has enough evidence yet to say how ready they are for any strategy.',
  'readiness.sentence.protected': 'These figures are protected: fewer than 5 people are behind them.',
  'readiness.compare': 'Compare with',
  'readiness.compare.stop': 'Stop comparing',
  'readiness.strategies': 'Strategies',
  'readiness.values': 'Values and vision',
  'readiness.column.title': 'Strategy',
  'readiness.column.titleValue': 'Statement',
  'readiness.column.mean': 'Mean readiness',
  'readiness.column.trend': '24 months',
  'readiness.column.gaps': 'Missing most',
  'readiness.column.goal': 'Goal',
  'readiness.column.weight': 'Weight',
  'readiness.column.share': 'Ready now, share',
  'readiness.column.coverage': 'Coverage',
  'readiness.weight': 'weight {weight, number}',
  'readiness.barLabel': '{title}: {bands}',
  'readiness.meanLabel': 'Mean readiness {mean} of 100, {coverage} covered',
  'readiness.trendLabel': 'Ready now: {from} in {since}, {to} today',
  'readiness.below': '{below, number} of {assessed, number} below',
  'readiness.noGap': 'Nothing is missing',
  'readiness.noGoal': 'none set',
  'readiness.goalBy': '{target} by {due}',
  'readiness.changed':
    '{points} points ready now, {mean} mean readiness, {executives} executives since {day}',
  'readiness.empty.title': 'How ready your executives are for each strategy',
  'readiness.empty.text':
    'No strategy is approved yet. Designers write and approve strategies with what they require; after the first assessment their readiness stands here.',
  'readiness.why.bands': 'How many are ready for “{title}”?',
  'readiness.why.bandsText':
    '{now, number} of {assessed, number} executives with enough evidence are ready now, {share}. Executives without enough evidence are counted apart, never as not ready.',
  'readiness.why.bandsCaption': 'Executives by band',
  'readiness.why.total': 'Executives to whom a requirement applies',
  'readiness.why.mean': 'Mean readiness for “{title}”',
  'readiness.why.meanText':
    'Readiness of one executive is the share of what is required that they reach, by weight, from 0 to 100. This is the mean of the {assessed, number} executives with enough evidence; {coverage} of what is required of everybody has been assessed.',
  'readiness.why.capped':
    'Somebody who misses a critical requirement widely stays in “developing”, however high their readiness is.',
  'readiness.why.trend': 'Ready now for “{title}”, month by month',
  'readiness.why.trendText':
    'The share of executives with enough evidence who are ready now, at the end of each month.',
  'readiness.why.gap': '{capability}, for “{title}”',
  'readiness.why.gapText':
    '{below, number} of {assessed, number} assessed executives are below the level that is required of them; over all of them {gap} levels are missing on average.',
  'readiness.why.gapCritical':
    'It is critical: who misses it widely is not ready, whatever else they can do.',
  'readiness.why.goal': 'Goal: {title}',
  'readiness.why.goalText':
    '{current} today, {target} by {due}, from {baseline} on {since}. {progress} of the way is done.',
  'readiness.why.goalNoCurrent':
    '{target} by {due}, from {baseline} on {since}. There is no figure for today.',
};
