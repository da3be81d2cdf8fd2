import { Organization } from '@alidade/database';
import type { DataSource } from 'typeorm';

/**
 * The organization somebody wishes to enter; only a wish, until they are found in it.
 * @param slug  null when none was named: the only organization there is, if it is the only one
 * @returns its id, or null when it is not there
 */
export async function organizationWished(db: DataSource, slug: string | null): Promise<string | null> {
  const organizations = db.getRepository(Organization);
  if (slug !== null) return (await organizations.findOneBy({ slug }))?.id ?? null;
  const [only, ...others] = await organizations.find({ select: { id: true }, take: 2 });
  return only && others.length === 0 ? only.id : null;
}
