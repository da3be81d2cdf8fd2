import { escaped, plainPage } from '../platform/plain-page.js';

/** @param hint  who can sign in, as text; null when nobody has said */
export const whoAreYouPage = (hint: string | null): string =>
  plainPage(
    'Sign in on this machine',
    `<p id="why">No identity provider is configured, so whoever you say you are is believed: this is for trying it out.</p>
<form method="post">
<label for="email">Your mail address</label>
<input id="email" name="email" type="email" autocomplete="username" required autofocus aria-describedby="why">
<button type="submit">Sign in</button>
</form>${hint === null ? '' : `\n<section class="hint"><h2>Who can sign in</h2>${escaped(hint)}</section>`}`,
  );

export const expiredPage = (home: string): string =>
  plainPage(
    'This sign-in has expired',
    `<p>It was left too long, or was finished in another tab. <a href="${escaped(home)}">Go back</a> and sign in again.</p>`,
  );
