const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (each) => ESCAPES[each] ?? each);

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
  button { margin-top: 1rem; border: 0; background: #0f5f57; color: #fff; font-weight: 600; cursor: pointer; }
  button:hover { background: #0b4741; }
  :focus-visible { outline: 3px solid #e0912f; outline-offset: 2px; }
  .hint { margin-top: 2rem; overflow-wrap: anywhere; }
  .hint h2 { font-size: 1rem; margin: 0; }
  .hint p { margin: .25rem 0 .5rem; }
  .somebody { margin: 0 0 .5rem; border: 1px solid GrayText; background: Canvas; color: CanvasText; font-weight: 400; text-align: left; }
  .somebody:hover { background: Field; border-color: #0f5f57; }
  .somebody b { display: block; font-weight: 600; }`;

/** A page of its own: heading and content are HTML. */
export const plainPage = (title: string, content: string): string => `<!doctype html>
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
