const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:ald|als)_[\da-f]{32}_[\w-]+/g, '<credential>'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '<token>'],
  [/\bBearer\s+\S+/gi, 'Bearer <token>'],
  [/[^\s"'<>(),;:=/]+@[^\s"'<>(),;:=/]+/g, '<address>'],
];

/** A text for the log: e-mail addresses, credentials and tokens in it are replaced. */
export function withoutPersonalData(text: string): string {
  let clean = text;
  for (const [pattern, replacement] of SECRETS) clean = clean.replaceAll(pattern, replacement);
  return clean;
}
