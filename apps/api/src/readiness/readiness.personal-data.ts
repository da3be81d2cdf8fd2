import type { PersonalDataKeeper } from '../personal-data/personal-data-keepers.js';

/** Levels and readiness over time, for the person alone; figures of populations are made of them, so they stay under the id. */
export const readinessPersonalData: PersonalDataKeeper = {
  name: 'readiness',
  tables: ['level_fact', 'readiness_fact'],

  async tell(tx, { organizationId, personId, isAsking = false }) {
    const [told]: { told: unknown }[] = await tx.query(
      `SELECT CASE WHEN $3 THEN jsonb_build_object(
         'levels', (SELECT jsonb_agg(jsonb_build_object('capability', capability.name, 'level', level,
             'valid_from', valid_from, 'valid_to', valid_to) ORDER BY capability.name, valid_from)
           FROM level_fact JOIN executive ON executive.organization_id = $1 AND executive.id = level_fact.executive_id
           JOIN capability ON capability.organization_id = $1 AND capability.id = level_fact.capability_id
           WHERE level_fact.organization_id = $1 AND executive.person_id = $2),
         'readiness', (SELECT jsonb_agg(jsonb_build_object('strategy', strategy.title, 'value', value, 'band', band,
             'coverage', coverage, 'valid_from', valid_from, 'valid_to', valid_to) ORDER BY strategy.title, valid_from)
           FROM readiness_fact JOIN executive ON executive.organization_id = $1 AND executive.id = readiness_fact.executive_id
           JOIN strategy ON strategy.organization_id = $1 AND strategy.id = readiness_fact.strategy_id
           WHERE readiness_fact.organization_id = $1 AND executive.person_id = $2)) END AS told`,
      [organizationId, personId, isAsking],
    );
    return told?.told;
  },

  async erase() {
    // Nothing of it names anybody.
  },
};
