import { Person, PersonDiversity, PersonIdentity, UnavailablePeriod } from '@alidade/database';
import type { PersonalDataKeeper } from '../personal-data/personal-data-keepers.js';

/** Erasure empties the identity; function, place, dates and postings stay, so that figures of past days stay. */
export const directoryPersonalData: PersonalDataKeeper = {
  name: 'directory',
  tables: ['executive', 'person_diversity', 'person_identity', 'posting', 'unavailable_period'],

  async tell(tx, { organizationId, personId }) {
    const [told]: { told: unknown }[] = await tx.query(
      `SELECT jsonb_build_object(
         'identity', (SELECT to_jsonb(identity) - 'organization_id' FROM person_identity AS identity
           WHERE identity.organization_id = $1 AND person_id = $2),
         'person', (SELECT to_jsonb(person) - 'organization_id' FROM person WHERE organization_id = $1 AND id = $2),
         'diversity', (SELECT to_jsonb(diversity) - 'organization_id' FROM person_diversity AS diversity
           WHERE diversity.organization_id = $1 AND person_id = $2),
         'postings', (SELECT jsonb_agg(jsonb_build_object('unit', unit.name, 'leadership_level', level.name,
             'manager_id', manager_id, 'valid_from', valid_from, 'valid_to', valid_to) ORDER BY valid_from)
           FROM posting
           JOIN unit ON unit.organization_id = posting.organization_id AND unit.id = unit_id
           LEFT JOIN leadership_level AS level
             ON level.organization_id = posting.organization_id AND level.id = leadership_level_id
           WHERE posting.organization_id = $1 AND person_id = $2),
         'unavailable', (SELECT jsonb_agg(to_jsonb(period) - 'organization_id' ORDER BY starts_on)
           FROM unavailable_period AS period WHERE period.organization_id = $1 AND person_id = $2)) AS told`,
      [organizationId, personId],
    );
    return told?.told;
  },

  async erase(tx, { organizationId, personId }) {
    const own = { organizationId, personId };
    await tx.update(PersonIdentity, own, { name: null, email: null, title: null });
    await tx.delete(PersonDiversity, own);
    await tx.delete(UnavailablePeriod, own);
    // The key of the personnel system leads back to the name.
    await tx.update(
      Person,
      { organizationId, id: personId },
      { externalId: null, version: () => 'version + 1' },
    );
  },
};
