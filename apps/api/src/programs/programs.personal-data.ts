import type { PersonalDataKeeper } from '../personal-data/personal-data-keepers.js';

/** The seats somebody had or has; gains are worked out from them, so they stay. */
export const programsPersonalData: PersonalDataKeeper = {
  name: 'programs',
  tables: ['enrollment'],

  async tell(tx, { organizationId, personId }) {
    const [told]: { told: unknown }[] = await tx.query(
      `SELECT jsonb_agg(jsonb_build_object('program', program.title, 'cohort', cohort.name, 'starts_on', cohort.starts_on,
           'ends_on', cohort.ends_on, 'status', enrollment.status, 'recorded_at', enrollment.recorded_at)
         ORDER BY enrollment.recorded_at) AS told
       FROM enrollment
       JOIN executive ON executive.organization_id = $1 AND executive.id = enrollment.executive_id
       JOIN cohort ON cohort.organization_id = $1 AND cohort.id = enrollment.cohort_id
       JOIN program ON program.organization_id = $1 AND program.id = cohort.program_id
       WHERE enrollment.organization_id = $1 AND executive.person_id = $2`,
      [organizationId, personId],
    );
    return told?.told;
  },

  async erase() {
    // Nothing of it names anybody.
  },
};
