import type { Command } from './command-line.js';
import { demo } from './commands/demo.js';
import { migrate } from './commands/migrate.js';
import { organizationCreate } from './commands/organization-create.js';
import { solve } from './commands/solve.js';
import { start } from './commands/start.js';
import { token } from './commands/token.js';
import { verifyReadiness } from './commands/verify-readiness.js';

export const COMMANDS: readonly Command[] = [
  start,
  migrate,
  demo,
  organizationCreate,
  token,
  solve,
  verifyReadiness,
];

export const usage = (): string =>
  ['Commands:', ...COMMANDS.map(({ form, purpose }) => `  alidade ${form}\n      ${purpose}`)].join('\n');
