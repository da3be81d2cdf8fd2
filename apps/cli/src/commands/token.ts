import {
  AuditEntry,
  Credential,
  CredentialKind,
  inOrganization,
  issueCredential,
  parseCredential,
  Organization,
  PersonIdentity,
} from '@alidade/database';
import { UseCaseError } from '@alidade/errors';
import type { DataSource, EntityManager } from 'typeorm';
import { read, UsageError, wholeNumber } from '../command-line.js';
import type { Command } from '../command-line.js';
import { withDatabase } from '../with-database.js';

const DAY_MS = 86_400_000;
/** As long as one that somebody makes for themself. */
const MOST_DAYS = 365;

interface Found extends Pick<PersonIdentity, 'organizationId' | 'personId'> {
  readonly organization: string;
}

export const token: Command = {
  name: ['token'],
  form: 'token --person EMAIL [--organization NAME] [--days 30]',
  purpose: 'Print a personal access token; it may do all that the person may.',
  async run(words) {
    const { values } = read(words, {
      person: { type: 'string' },
      organization: { type: 'string' },
      days: { type: 'string', default: '30' },
    });
    const { person: email, organization } = values;
    if (!email) throw new UsageError('--person needs an address.');
    const days = wholeNumber('days', values.days, { min: 1, max: MOST_DAYS });
    const text = await withDatabase(async ({ app }) => {
      const person = only(await peopleCalled(app, email.toLowerCase(), organization), email);
      return inOrganization(app, person, (tx) => issueAudited(tx, person, days));
    });
    process.stdout.write(`${text}\n`);
  },
};

/** Whoever runs the command need not be the person: the trail says that it was the command. */
async function issueAudited(
  tx: EntityManager,
  { organizationId, personId }: Found,
  days: number,
): Promise<string> {
  const owner = { organizationId, personId, name: 'alidade token' };
  const text = await issueCredential(tx, owner, CredentialKind.AccessToken, days * DAY_MS);
  const shown = parseCredential(text);
  if (!shown) throw new Error('A credential that was just made');
  const { secretHash } = shown;
  const { id, expiresAt } = await tx.findOneByOrFail(Credential, { organizationId, secretHash });
  await tx.insert(AuditEntry, {
    organizationId,
    actorId: null,
    action: 'ACCESS_TOKEN_CREATED',
    subjectId: id,
    detail: { expiresAt, personId, by: 'alidade token' },
  });
  return text;
}

/** One organization after the other: nobody, the owner of the tables included, looks into two at once. */
async function peopleCalled(db: DataSource, email: string, name: string | undefined): Promise<Found[]> {
  const organizations = await db
    .getRepository(Organization)
    .find({ where: name === undefined ? {} : [{ name }, { slug: name }], order: { name: 'ASC' } });
  if (name !== undefined && organizations.length === 0)
    throw new UseCaseError('NOT_FOUND', `There is no organization called ${name}.`);
  const found: Found[] = [];
  for (const { id: organizationId, name: organization } of organizations) {
    // oxlint-disable-next-line no-await-in-loop
    const person = await inOrganization(db, { organizationId }, (tx) =>
      tx.findOneBy(PersonIdentity, { organizationId, email }),
    );
    if (person) found.push({ organizationId, personId: person.personId, organization });
  }
  return found;
}

function only(found: readonly Found[], email: string): Found {
  const [person, another] = found;
  if (!person) throw new UseCaseError('NOT_FOUND', `Nobody has the address ${email}.`);
  if (another)
    throw new UseCaseError(
      'INVALID_INPUT',
      `${email} is known in ${found.map(({ organization }) => organization).join(' and ')}; name one with --organization.`,
    );
  return person;
}
