import { GrantableRole } from '@alidade/access';
import type { Unit } from '@alidade/database';
import { expect } from '@jest/globals';
import type { Program } from './program.js';
import type { TestOrganization } from './organization.js';

/** Where a row of the access table is tried. */
export interface AccessWorld {
  readonly program: Program;
  readonly here: TestOrganization;
  readonly elsewhere: TestOrganization;
  /** Of `here`; whoever is tried out of scope holds their role on `otherUnit` only. */
  readonly unit: Unit;
  readonly otherUnit: Unit;
}

/** What an asker who is not meant gets: this error; an answer without what was `seen`; or an answer of their own. */
type Outcome = 'FORBIDDEN' | 'NOT_FOUND' | 'INVALID_INPUT' | 'CONFLICT' | 'UNSEEN' | 'ALLOWED';

interface Arrangement {
  readonly variables?: object;
  /** A text that is in the answer of whoever may see it, e.g. an id, and must be in nobody else's. */
  readonly seen?: string;
  /** Tokens of people who may for another reason than a role: the executive themself, their manager. */
  readonly also?: readonly string[];
}

/** One query or mutation, and who gets what from it. */
export interface AccessRow {
  readonly operation: `Query.${string}` | `Mutation.${string}`;
  readonly document: string;
  /** Every role that may, each tried alone on the whole organization. */
  readonly roles: readonly GrantableRole[];
  /** Makes, in `here` and where it can in `unit`, what the document asks about; called anew for each who may. */
  readonly arrange: (world: AccessWorld) => Promise<Arrangement>;
  /** Somebody of `here` with every role that is not in `roles`. */
  readonly otherRoles: Outcome;
  /** Somebody of `here` with the first of `roles` (with none, when there is none) on `otherUnit` only. */
  readonly outOfScope: Outcome;
  /** Somebody of another organization with every role. */
  readonly elsewhere: Outcome;
}

const ALL_ROLES = Object.values(GrantableRole);

export async function accessWorld(program: Program): Promise<AccessWorld> {
  const here = await program.organization();
  const elsewhere = await program.organization();
  return { program, here, elsewhere, unit: await here.unit(), otherUnit: await here.unit() };
}

export async function expectNobodyIn(world: AccessWorld, row: AccessRow): Promise<void> {
  const { variables } = await row.arrange(world);
  const { codes } = await world.program.as(null, row.document, variables);
  expect(codes).toEqual(['UNAUTHENTICATED']);
}

export async function expectOtherRoles(world: AccessWorld, row: AccessRow): Promise<void> {
  const token = await world.here.tokenOf(ALL_ROLES.filter((role) => !row.roles.includes(role)));
  await expectOutcome(world, row, token, row.otherRoles);
}

export async function expectOutOfScope(world: AccessWorld, row: AccessRow): Promise<void> {
  const token = await world.here.tokenOf(row.roles.slice(0, 1), [world.otherUnit]);
  await expectOutcome(world, row, token, row.outOfScope);
}

export async function expectElsewhere(world: AccessWorld, row: AccessRow): Promise<void> {
  await expectOutcome(world, row, await world.elsewhere.tokenOf(ALL_ROLES), row.elsewhere);
}

export async function expectThoseMeant(world: AccessWorld, row: AccessRow): Promise<void> {
  const { also = [] } = await row.arrange(world);
  expect(row.roles.length + also.length).toBeGreaterThan(0);
  for (const role of row.roles) {
    // oxlint-disable-next-line no-await-in-loop
    await expectAnswer(world, row, { who: role, token: async () => world.here.tokenOf([role]) });
  }
  for (const which of also.keys()) {
    const token = async (arranged: Arrangement) => String(arranged.also?.[which]);
    // oxlint-disable-next-line no-await-in-loop
    await expectAnswer(world, row, { who: `one of also [${which}]`, token });
  }
}

async function expectAnswer(
  world: AccessWorld,
  row: AccessRow,
  { who, token }: { who: string; token: (arranged: Arrangement) => Promise<string> },
): Promise<void> {
  const arranged = await row.arrange(world);
  const { data, codes } = await world.program.as(await token(arranged), row.document, arranged.variables);
  expect({ who, codes }).toEqual({ who, codes: [] });
  expect({ who, answer: JSON.stringify(data) }).toEqual({
    who,
    answer: expect.stringContaining(arranged.seen ?? ''),
  });
}

async function expectOutcome(
  world: AccessWorld,
  row: AccessRow,
  token: string,
  outcome: Outcome,
): Promise<void> {
  const { variables, seen } = await row.arrange(world);
  const { data, codes } = await world.program.as(token, row.document, variables);
  const fails = outcome !== 'UNSEEN' && outcome !== 'ALLOWED';
  expect([...new Set(codes)]).toEqual(fails ? [outcome] : []);
  if (outcome === 'UNSEEN') expect(seen).toBeDefined();
  if (outcome !== 'ALLOWED' && seen !== undefined) expect(JSON.stringify(data) ?? '').not.toContain(seen);
}
