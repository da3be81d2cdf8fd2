import { escaped, plainPage } from '../platform/plain-page.js';

/** A mail as it is shown; all of it is text. */
export interface CaughtMail {
  readonly to: string;
  readonly subject: string;
  /** RFC 3339. */
  readonly date: string;
  readonly text: string;
}

const LINK = /https?:\/\/[^\s<>"]+/g;

/** Text as HTML in which addresses can be followed. */
function withLinks(text: string): string {
  const links = text.match(LINK) ?? [];
  const between = text.split(LINK).map(escaped);
  return between
    .map((part, i) => {
      const link = links[i];
      return link === undefined ? part : `${part}<a href="${escaped(link)}">${escaped(link)}</a>`;
    })
    .join('');
}

const article = ({ to, subject, date, text }: CaughtMail): string =>
  `<article>
<h2>${escaped(subject)}</h2>
<p>To ${escaped(to)}, <time datetime="${escaped(date)}">${escaped(date)}</time></p>
<p style="white-space: pre-wrap; overflow-wrap: anywhere">${withLinks(text)}</p>
</article>`;

/** @param mails  the latest first */
export const localMailPage = (mails: readonly CaughtMail[]): string =>
  plainPage(
    'Mail',
    mails.length === 0
      ? '<p>Nobody has been written to yet.</p>'
      : `<p>No mail server is configured, so mail stays on this machine: the latest ${mails.length}.</p>\n${mails.map(article).join('\n<hr>\n')}`,
  );
