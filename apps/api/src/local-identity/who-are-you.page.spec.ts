import { expect, it } from '@jest/globals';

import { whoAreYouPage } from './who-are-you.page.js';

it('offers everybody that is named as one press of a button', () => {
  const page = whoAreYouPage('Acme: http://127.0.0.1:3000/auth/sign-in as\n  ann@acme.example (designer)');

  expect(page).toContain('<button class="somebody" name="email" value="ann@acme.example">');
  expect(page).toContain('<p>Acme: http://127.0.0.1:3000/auth/sign-in as</p>');
});

it('runs nothing that a name brings along', () => {
  const page = whoAreYouPage('<script>alert(1)</script>\n  "><img@acme.example (<b>designer</b>)');

  expect(page).not.toMatch(/<script|<img|<b>designer/u);
});

it('names nobody when nobody has said who there is', () => {
  expect(whoAreYouPage(null)).not.toContain('Who can sign in');
});
