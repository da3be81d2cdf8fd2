import { UseCaseError } from '@alidade/errors';
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { LeadershipLevel } from './entities/directory/leadership-level.entity.js';
import { PersonIdentity } from './entities/directory/person-identity.entity.js';
import { Person } from './entities/directory/person.entity.js';
import { OrganizationSetting } from './entities/platform/organization-setting.entity.js';
import { Organization } from './entities/platform/organization.entity.js';
import { Policy } from './entities/platform/policy.entity.js';
import { SINCE_EVER } from './entities/validity.js';
import { inOrganization } from './transaction.js';

export interface NewOrganization {
  readonly name: string;
  /** IANA zone; UTC when not given. */
  readonly timeZone?: string | undefined;
  /** Lowest first. */
  readonly leadershipLevels?: readonly string[];
}

/** Letters and digits of a name, as people can type them into an address: `Åre & Söhne` is `are-sohne`. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');

/**
 * Registers an organization with its settings, the default policy and its leadership levels, and then lets `fill`
 * write into it, all in one transaction.
 * @param owner  connected as the owner of the tables: the application itself may not register organizations
 * @throws UseCaseError CONFLICT when the name, or the address made of it, is taken; INVALID_INPUT when it has no letter
 *         or the time zone is none
 */
export async function registerOrganization<T>(
  owner: DataSource,
  { name, timeZone = 'UTC', leadershipLevels = [] }: NewOrganization,
  fill: (tx: EntityManager, organizationId: string) => Promise<T>,
): Promise<T> {
  const slug = slugOf(name);
  if (slug === '') throw new UseCaseError('INVALID_INPUT', 'A name has at least one letter or digit.');
  if (!isTimeZone(timeZone))
    throw new UseCaseError('INVALID_INPUT', `${timeZone} is no time zone; name one like Europe/Zurich.`);
  const organizationId = randomUUID();
  return inOrganization(owner, { organizationId }, async (tx) => {
    if (await tx.existsBy(Organization, [{ slug }, { name }]))
      throw new UseCaseError('CONFLICT', `There is an organization called ${name} already.`);
    await tx.insert(Organization, { id: organizationId, slug, name });
    await tx.insert(OrganizationSetting, { organizationId, timeZone });
    await tx.insert(Policy, { organizationId, version: 1, validFrom: SINCE_EVER, settings: {} });
    const levels = leadershipLevels.map((level, i) => ({ organizationId, name: level, rank: i + 1 }));
    if (levels.length > 0) await tx.insert(LeadershipLevel, levels);
    return fill(tx, organizationId);
  });
}

/** Adds somebody who can be known by a provider's verified address. @returns the id of the person */
export async function addPerson(
  tx: EntityManager,
  organizationId: string,
  {
    name,
    email,
    title = null,
  }: { readonly name: string; readonly email: string; readonly title?: string | null },
): Promise<string> {
  const id = randomUUID();
  await tx.insert(Person, { organizationId, id });
  await tx.insert(PersonIdentity, { organizationId, personId: id, name, email: email.toLowerCase(), title });
  return id;
}

/** Whether the platform knows it as an IANA time zone. */
export function isTimeZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
