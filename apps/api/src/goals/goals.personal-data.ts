import type { PersonalDataKeeper } from '../personal-data/personal-data-keepers.js';

/** Goals that somebody set: acts for the organization, which stay. */
export const goalsPersonalData: PersonalDataKeeper = {
  name: 'goals',
  tables: ['alignment_goal'],

  async tell(tx, { organizationId, personId }) {
    const [told]: { told: unknown }[] = await tx.query(
      `SELECT jsonb_agg(jsonb_build_object('title', title, 'recorded_at', recorded_at) ORDER BY recorded_at) AS told
       FROM alignment_goal WHERE organization_id = $1 AND owner_id = $2`,
      [organizationId, personId],
    );
    return told?.told;
  },

  async erase() {
    // Nothing of it names anybody.
  },
};
