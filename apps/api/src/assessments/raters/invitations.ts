import { nameInMail, RATER_LINK } from '@alidade/database';
import type { Mail, RoundPurpose } from '@alidade/database';

/** What one rater owes in one open round. */
export interface OwedRound {
  readonly name: string;
  readonly purpose: RoundPurpose;
  readonly closesOn: string;
  /** Person ids of those to be rated, the rater among them when they rate themself. */
  readonly subjects: readonly string[];
}

/** Everything one rater owes. */
export interface Owed {
  readonly personId: string;
  /** Has no account here, and is sent a link. */
  readonly outside: boolean;
  /** Of whom is outside: until when there is something to answer. */
  readonly until: Date;
  /** At least one. */
  readonly rounds: readonly OwedRound[];
}

export interface Occasion {
  /** Whether the rater hears of this for the first time. */
  readonly isReminder: boolean;
  /** Where the product is found, without a slash at the end. */
  readonly home: string;
}

/** One message with all that a rater owes. Says nobody's name: those are put in as it is sent. */
export function mailTo({ personId, outside, until, rounds }: Owed, { isReminder, home }: Occasion): Mail {
  const people = new Set(rounds.flatMap(({ subjects }) => subjects)).size;
  const count = people === 1 ? 'one person' : `${people} people`;
  const lines = [
    isReminder ? `Your ratings of ${count} are still open:` : `You are asked to rate ${count}:`,
    ...rounds.flatMap((round) => ['', ...linesOf(round, personId)]),
    '',
    'Before the first answer you read how answers will be shown, and to whom. You can stop and go on later.',
    '',
    ...(outside ? linkLines : [`${home}/ratings`]),
  ];
  return {
    personId,
    subject: isReminder ? `Reminder: your ratings of ${count}` : `You are asked to rate ${count}`,
    body: lines.join('\n'),
    ...(outside && { raterLinkUntil: until }),
  };
}

const linkLines = [
  RATER_LINK,
  '',
  'The link is yours alone, works once and opens your own answers and nothing else.',
];

const PURPOSES: Readonly<Record<RoundPurpose, string>> = {
  READINESS: 'its results become levels',
  DEVELOPMENT: 'for development only, it makes no level',
};

const linesOf = ({ name, purpose, closesOn, subjects }: OwedRound, self: string): string[] => [
  `${name} (${PURPOSES[purpose]}), until ${closesOn}`,
  ...subjects.map((id) => `- ${id === self ? 'yourself' : nameInMail(id)}`),
];
