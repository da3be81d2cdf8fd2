import { GrantableRole } from '@alidade/access';
import { addPerson, registerOrganization, RoleGrant, slugOf } from '@alidade/database';
import { read, UsageError } from '../command-line.js';
import type { Command } from '../command-line.js';
import { withDatabase } from '../with-database.js';

/** What the first person of an organization may do: everything, named levels and ratings included. */
const ROLES_OF_THE_FIRST = [
  GrantableRole.Administrator,
  GrantableRole.Designer,
  GrantableRole.ReadinessViewNamed,
  GrantableRole.ImportRatings,
] as const;

const MAIL = /^[^\s@]+@[^\s@]+$/;

export const organizationCreate: Command = {
  name: ['organization', 'create'],
  form: 'organization create NAME --admin EMAIL [--levels "Director, Vice President"] [--time-zone Europe/Zurich]',
  purpose: 'A new organization with its first person; leadership levels lowest first.',
  async run(words) {
    const { values, positionals } = read(
      words,
      { admin: { type: 'string' }, levels: { type: 'string' }, 'time-zone': { type: 'string' } },
      1,
    );
    const [name = ''] = positionals;
    const { admin } = values;
    if (!admin || !MAIL.test(admin)) throw new UsageError('--admin needs the address of the first person.');
    const leadershipLevels = (values.levels ?? '')
      .split(',')
      .map((level) => level.trim())
      .filter((level) => level !== '');
    if (new Set(leadershipLevels).size < leadershipLevels.length)
      throw new UsageError('--levels names a level twice.');
    const organization = { name: name.trim(), timeZone: values['time-zone'], leadershipLevels };
    await withDatabase(({ owner }) =>
      registerOrganization(owner, organization, async (tx, organizationId) => {
        const first = { name: admin.split('@')[0] ?? admin, email: admin };
        const personId = await addPerson(tx, organizationId, first);
        await tx.insert(
          RoleGrant,
          ROLES_OF_THE_FIRST.map((role) => ({ organizationId, personId, role })),
        );
      }),
    );
    process.stdout.write(
      `Created ${organization.name}. ${admin.toLowerCase()} signs in at /auth/sign-in?organization=${slugOf(name)}\n`,
    );
  },
};
