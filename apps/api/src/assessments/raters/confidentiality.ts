import { RoundPurpose } from '@alidade/database';
import type { ReportPolicy } from '@alidade/database';
import { RaterGroup } from '@alidade/release';

/** What a rater is promised depends on these, all fixed when the round opened. */
export interface Promised {
  readonly group: RaterGroup;
  readonly purpose: RoundPurpose;
  /** Respondents from which a protected group is shown. */
  readonly minimumRespondents: number;
  readonly reports: ReportPolicy;
}

/** How a rater's answers will be shown, and to whom: said before the first answer, and kept by the release. */
export function confidentialityOf(promised: Promised): string {
  return [shownAs(promised), ...COMMENTS[kindOf(promised.group)], shownTo(promised)].join(' ');
}

const kindOf = (group: RaterGroup): 'own' | 'known' | 'protected' => {
  if (group === RaterGroup.Self) return 'own';
  return group === RaterGroup.Manager ? 'known' : 'protected';
};

const COMMENTS = {
  own: [],
  known: ['Comments are shown word for word, without a name, in mixed order among those of others.'],
  protected: [
    'Comments are shown word for word, without a name, in mixed order, under the same rule: write nothing that only you could have written.',
  ],
} as const;

function shownAs({ group, minimumRespondents: least }: Promised): string {
  if (group === RaterGroup.Self)
    return 'Your own rating stands beside the ratings of others in your report, and counts in no figure made of theirs.';
  if (group === RaterGroup.Manager)
    return "A manager's rating is shown as the manager's: the subject can tell that it is yours.";
  return (
    `Nobody is shown your single answers, or whether you have answered. Only the mean of your group is shown, and only if at least ${least} ` +
    'of it have rated the capability; smaller groups are put together, and if these are still too few, their answers ' +
    'are left out of every figure. One exception: if all of a group give the same answer, that shows.'
  );
}

function shownTo({ purpose, reports }: Promised): string {
  const readers = ['the subject', 'a coach whom the subject is given'];
  if (purpose === RoundPurpose.DEVELOPMENT)
    return `This round is for development: its report is seen by ${readers.join(' and ')} only, and makes no level.`;
  if (reports.manager) readers.push("the subject's manager");
  if (reports.designer)
    readers.push('those who may see levels by name, e.g. designers of leadership development');
  return `This round is for readiness: its report is seen by ${listed(readers)}, and its results become levels.`;
}

const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
