/** What separates the names in the path of a unit: `Operations / Supply chain`. */
const SEPARATOR = '/';
const LONGEST_NAME = 200;
const DEEPEST = 20;

/** Why a text can be no name of a unit; null when it can. */
export function unitNameFault(name: string): string | null {
  if (name === '') return 'A unit needs a name.';
  if (name.includes(SEPARATOR))
    return `A name of a unit has no ${SEPARATOR}, which separates units in a path.`;
  if (name.length > LONGEST_NAME) return `A name of a unit has at most ${LONGEST_NAME} characters.`;
  return null;
}

/** The names in a path from the top down, without the spaces around them; or why it is no path. */
export function parseUnitPath(
  path: string,
): { readonly names: readonly string[] } | { readonly fault: string } {
  const names = path.split(SEPARATOR).map((name) => name.trim());
  if (names.includes('')) return { fault: 'A unit in this path has no name.' };
  if (names.length > DEEPEST) return { fault: `A path has at most ${DEEPEST} units.` };
  const fault = names.map(unitNameFault).find((found) => found !== null);
  return fault ? { fault } : { names };
}
