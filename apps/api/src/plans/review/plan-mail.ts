import type { Viewer } from '@alidade/access';
import { postMail } from '@alidade/database';
import type { CapabilityPlan } from '@alidade/database';
import type { EntityManager } from 'typeorm';
import { peopleOf } from '../../directory/people.queries.js';
import { reviewerOf } from './plan-access.queries.js';

/** What of a plan is told by mail, and what it says. `owner`: whose plan it is; `by`: who did it. */
interface Names {
  readonly owner: string;
  readonly by: string;
}
interface Letter {
  readonly subject: (names: Names) => string;
  readonly body: (names: Names, said: string | null) => string;
}

const said = (text: string | null): string => (text ? `\n\n${text}` : '');

const LETTERS = {
  STARTED: {
    subject: () => 'A plan for your development has been started',
    body: ({ by }) =>
      `${by} has started a capability plan for you. Its goals are a proposal: change them until they are yours.`,
  },
  SUBMITTED: {
    subject: ({ owner }) => `The plan of ${owner} waits for your review`,
    body: ({ owner }, text) =>
      `${owner} has a capability plan that waits for your review: approve it, or return it with a comment.${said(text)}`,
  },
  APPROVED: {
    subject: () => 'Your plan has been approved',
    body: ({ by }, text) => `${by} has approved your capability plan.${said(text)}`,
  },
  RETURNED: {
    subject: () => 'Your plan has been returned',
    body: ({ by }, text) => `${by} has returned your capability plan with a comment.${said(text)}`,
  },
  COMPLETED: {
    subject: () => 'Your plan is completed',
    body: ({ by }) =>
      `${by} has completed your capability plan. What is left of its goals can go on in the next one.`,
  },
  COMMENTED: {
    subject: ({ owner }) => `A comment on the plan of ${owner}`,
    body: ({ by }, text) => `${by} has written:${said(text)}`,
  },
  GOALS_SET: {
    subject: ({ owner }) => `${owner} has changed the goals of an approved plan`,
    body: ({ owner }) => `${owner} has changed the goals of the capability plan that was approved.`,
  },
  EVIDENCE: {
    subject: ({ owner }) => `New evidence in the plan of ${owner}`,
    body: ({ owner }, text) => `${owner} has recorded evidence for an action:${said(text)}`,
  },
  SUPPORT: {
    subject: ({ owner }) => `${owner} asks for your support`,
    body: ({ owner }, text) =>
      `${owner} asks for your support in an action of their capability plan.${said(text)}`,
  },
} as const satisfies Readonly<Record<string, Letter>>;

export interface Telling {
  readonly news: keyof typeof LETTERS;
  readonly text?: string | null;
}

/** Posts a mail to the plan's executive, unless they did it themself. */
export async function tellOwner(
  tx: EntityManager,
  viewer: Viewer,
  plan: CapabilityPlan,
  telling: Telling,
): Promise<void> {
  await tell(tx, viewer, plan, { ...telling, to: plan.executive.personId });
}

/** Posts a mail to whoever reviews the plan today, unless they did it themself or there is nobody. */
export async function tellReviewer(
  tx: EntityManager,
  viewer: Viewer,
  plan: CapabilityPlan,
  telling: Telling,
): Promise<void> {
  const to = await reviewerOf(tx, viewer, plan.id);
  if (to !== null) await tell(tx, viewer, plan, { ...telling, to });
}

/** Posts a mail to one person, unless they did it themself. */
export async function tell(
  tx: EntityManager,
  viewer: Viewer,
  plan: CapabilityPlan,
  { to, news, text = null }: Telling & { readonly to: string },
): Promise<void> {
  if (to === viewer.personId) return;
  const ownerId = plan.executive.personId;
  const people = await peopleOf(tx, viewer, [ownerId, viewer.personId]);
  const names = { owner: nameIn(people, ownerId), by: nameIn(people, viewer.personId) };
  const letter: Letter = LETTERS[news];
  await postMail(tx, viewer.organizationId, {
    personId: to,
    subject: letter.subject(names),
    body: letter.body(names, text),
  });
}

const nameIn = (people: ReadonlyMap<string, { readonly name: string }>, id: string): string =>
  people.get(id)?.name ?? '';
