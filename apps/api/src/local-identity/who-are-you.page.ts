const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (each) => ESCAPES[each] ?? each);

/** Loads nothing and runs nothing. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

const STYLE = `
  :root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText; }
  main { box-sizing: border-box; width: min(26rem, 100%); padding: 1.5rem; }
  h1 { font-size: 1.5rem; line-height: 1.2; margin: 0 0 .5rem; }
  label { display: block; font-weight: 600; margin: 1.5rem 0 .25rem; }
  input, button { box-sizing: border-box; width: 100%; font: inherit; padding: .625rem .75rem; border-radius: .375rem; }
  input { border: 1px solid GrayText; background: Field; color: FieldText; }
  button { margin-top: 1rem; border: 0; background: #1f4e79; color: #fff; font-weight: 600; cursor: pointer; }
  button:hover { background: #173b5c; }
  :focus-visible { outline: 3px solid #e0912f; outline-offset: 2px; }
  .hint { margin-top: 2rem; white-space: pre-line; overflow-wrap: anywhere; }
  .hint h2 { font-size: 1rem; margin: 0; }`;

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Alidade</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`;

/** @param hint  who can sign in, as text; null when nobody has said */
export const whoAreYouPage = (hint: string | null): string =>
  page(
    'Sign in on this machine',
    `<p id="why">No identity provider is configured, so whoever you say you are is believed. Only this machine can see this page.</p>
<form method="post">
<label for="email">Your address</label>
<input id="email" name="email" type="email" autocomplete="username" required autofocus aria-describedby="why">
<button type="submit">Sign in</button>
</form>${hint === null ? '' : `\n<section class="hint"><h2>Who can sign in</h2>${escaped(hint)}</section>`}`,
  );

export const expiredPage = (home: string): string =>
  page(
    'This sign-in has expired',
    `<p>It was left too long, or was finished in another tab. <a href="${escaped(home)}">Go back</a> and sign in again.</p>`,
  );
