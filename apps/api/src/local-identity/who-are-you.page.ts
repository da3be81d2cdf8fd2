import { escaped, plainPage } from '../platform/plain-page.js';

const SOMEBODY = /^ +(?<email>\S+@\S+) \((?<roles>.+)\)$/u;

/** One line of the hint: somebody to sign in as with one press, or the organization they are of. */
function hintLine(line: string): string {
  const { email, roles } = SOMEBODY.exec(line)?.groups ?? {};
  if (email === undefined || roles === undefined) return `<p>${escaped(line)}</p>`;
  return `<button class="somebody" name="email" value="${escaped(email)}"><b>${escaped(email)}</b> ${escaped(roles)}</button>`;
}

/** @param hint  who can sign in, a line each as `alidade start` prints them; null when nobody has said */
export const whoAreYouPage = (hint: string | null): string =>
  plainPage(
    'Sign in on this machine',
    `<p id="why">No identity provider is configured, so whoever you say you are is believed: this is for trying it out.</p>
<form method="post">
<label for="email">Your mail address</label>
<input id="email" name="email" type="email" autocomplete="username" required autofocus aria-describedby="why">
<button type="submit">Sign in</button>
</form>${hint === null ? '' : `\n<form method="post" class="hint"><h2>Who can sign in</h2>${hint.split('\n').map(hintLine).join('\n')}</form>`}`,
  );

export const expiredPage = (home: string): string =>
  plainPage(
    'This sign-in has expired',
    `<p>It was left too long, or was finished in another tab. <a href="${escaped(home)}">Go back</a> and sign in again.</p>`,
  );
