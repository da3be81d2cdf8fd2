import type { PersonalDataKeeper } from '../personal-data/personal-data-keepers.js';

/** Statements somebody owns, and versions they approved: acts for the organization, which stay. */
export const directionPersonalData: PersonalDataKeeper = {
  name: 'direction',
  tables: ['strategy', 'strategy_version'],

  async tell(tx, { organizationId, personId }) {
    const [told]: { told: unknown }[] = await tx.query(
      `SELECT jsonb_build_object(
         'owned', (SELECT jsonb_agg(title ORDER BY title) FROM strategy WHERE organization_id = $1 AND owner_id = $2),
         'approved', (SELECT jsonb_agg(jsonb_build_object('title', title, 'number', number, 'approved_at', approved_at)
             ORDER BY approved_at)
           FROM strategy_version AS version JOIN strategy
             ON strategy.organization_id = version.organization_id AND strategy.id = version.strategy_id
           WHERE version.organization_id = $1 AND approved_by_id = $2)) AS told`,
      [organizationId, personId],
    );
    return told?.told;
  },

  async erase() {
    // Nothing of it names anybody.
  },
};
