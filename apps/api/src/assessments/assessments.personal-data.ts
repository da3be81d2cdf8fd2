import type { PersonalDataKeeper } from '../personal-data/personal-data-keepers.js';

/** The rounds somebody was the subject of and, for the person alone, what was released about them and what they were
 * asked as a rater. What raters said is told to nobody: after the release it hangs on no person, and a rater’s own
 * submitted answers cannot be found any more. */
export const assessmentsPersonalData: PersonalDataKeeper = {
  name: 'assessments',
  tables: ['level_evidence', 'rating', 'rating_request', 'released_score', 'round_subject'],

  async tell(tx, { organizationId, personId, isAsking = false }) {
    const [told]: { told: unknown }[] = await tx.query(
      `SELECT jsonb_build_object(
         'rounds', (SELECT jsonb_agg(jsonb_build_object('name', round.name, 'opens_on', round.opens_on,
             'closes_on', round.closes_on, 'status', round.status) ORDER BY round.opens_on)
           FROM round_subject JOIN executive ON executive.organization_id = $1 AND executive.id = round_subject.executive_id
           JOIN assessment_round AS round ON round.organization_id = $1 AND round.id = round_subject.round_id
           WHERE round_subject.organization_id = $1 AND executive.person_id = $2),
         'released', (SELECT jsonb_agg(jsonb_build_object('round', round.name, 'capability', capability.name,
             'others', score.others, 'self', score.self) ORDER BY round.opens_on, capability.name)
           FROM released_score AS score JOIN executive ON executive.organization_id = $1 AND executive.id = score.executive_id
           JOIN assessment_round AS round ON round.organization_id = $1 AND round.id = score.round_id
           JOIN capability ON capability.organization_id = $1 AND capability.id = score.capability_id
           WHERE score.organization_id = $1 AND executive.person_id = $2 AND $3),
         'evidence', (SELECT jsonb_agg(jsonb_build_object('capability', capability.name, 'source', source, 'level', level,
             'evidence_on', evidence_on, 'rationale', rationale) ORDER BY evidence_on, capability.name)
           FROM level_evidence AS evidence
           JOIN executive ON executive.organization_id = $1 AND executive.id = evidence.executive_id
           JOIN capability ON capability.organization_id = $1 AND capability.id = evidence.capability_id
           WHERE evidence.organization_id = $1 AND executive.person_id = $2 AND $3),
         'asked', (SELECT jsonb_agg(jsonb_build_object('round', round.name, 'rater_group', request.rater_group,
             'status', request.status, 'decline_reason', request.decline_reason, 'draft', request.draft)
             ORDER BY round.opens_on)
           FROM rating_request AS request
           JOIN assessment_round AS round ON round.organization_id = $1 AND round.id = request.round_id
           WHERE request.organization_id = $1 AND request.person_id = $2 AND $3)) AS told`,
      [organizationId, personId, isAsking],
    );
    return told?.told;
  },

  async erase(tx, { organizationId, personId }) {
    await tx.query(
      `UPDATE rating_request SET draft = NULL, decline_reason = CASE WHEN status = 'DECLINED' THEN '' END
       WHERE organization_id = $1 AND person_id = $2`,
      [organizationId, personId],
    );
  },
};
