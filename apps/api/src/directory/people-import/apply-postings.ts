/**
 * Writes what `posting_plan` has worked out. Before anything begins, what is on record ends or moves: the periods of
 * one person never overlap.
 */
export const APPLY_POSTINGS: readonly string[] = [
  `WITH changed AS (
     UPDATE posting SET valid_from = plan.joined_on, recorded_at = now() FROM posting_plan AS plan
     WHERE posting.organization_id = $1 AND posting.id = plan.joining_id AND plan.joining_id <> plan.last_id
     RETURNING plan.line)
   INSERT INTO changed_line SELECT line FROM changed ON CONFLICT DO NOTHING`,

  `WITH changed AS (
     UPDATE posting SET valid_from = plan.last_begins, valid_to = after.ends_then, recorded_at = now(),
       unit_id = CASE WHEN act = 'REPLACE' THEN plan.unit_id ELSE posting.unit_id END,
       leadership_level_id = CASE WHEN act = 'REPLACE' THEN plan.level_id ELSE posting.leadership_level_id END,
       manager_id = CASE WHEN act = 'REPLACE' THEN plan.manager_id ELSE posting.manager_id END
     FROM posting_plan AS plan
     CROSS JOIN LATERAL (SELECT CASE
       WHEN act = 'FOLLOW' THEN plan.effective
       WHEN act = 'BEGIN' THEN least(plan.last_to, plan.joined_on)
       WHEN act = 'REPLACE' OR plan.left_changes THEN plan.ends
       ELSE plan.last_to END AS ends_then) AS after
     WHERE posting.organization_id = $1 AND posting.id = plan.last_id
       AND (act = 'REPLACE' OR plan.last_begins <> posting.valid_from OR after.ends_then <> posting.valid_to)
     RETURNING plan.line)
   INSERT INTO changed_line SELECT line FROM changed ON CONFLICT DO NOTHING`,

  `WITH changed AS (
     INSERT INTO posting (organization_id, person_id, unit_id, leadership_level_id, manager_id, valid_from, valid_to)
     SELECT $1, person_id, unit_id, level_id, manager_id,
       CASE WHEN act = 'FOLLOW' THEN effective ELSE coalesce(joined_on, '-infinity') END, ends
     FROM posting_plan WHERE act IN ('BEGIN', 'FOLLOW')
     RETURNING person_id)
   INSERT INTO changed_line SELECT line FROM changed JOIN posting_plan USING (person_id) ON CONFLICT DO NOTHING`,

  `INSERT INTO executive (organization_id, person_id)
   SELECT $1, person_id FROM posting_plan WHERE act IS NOT NULL AND level_id IS NOT NULL ON CONFLICT DO NOTHING`,
];

/** Notes the executives whose figures may change, and from which day on. Gives a row for each. */
export const CAUSES = `
  INSERT INTO readiness_cause (organization_id, valid_from, executive_id)
  SELECT $1, least(
      CASE act WHEN 'BEGIN' THEN coalesce(joined_on, '-infinity') WHEN 'FOLLOW' THEN effective WHEN 'REPLACE' THEN last_begins END,
      CASE WHEN last_begins <> last_from THEN least(last_begins, last_from) END,
      CASE WHEN left_changes THEN least(last_to, ends) END,
      CASE WHEN joining_id <> last_id THEN '-infinity'::date END),
    executive.id
  FROM posting_plan JOIN executive ON executive.organization_id = $1 AND executive.person_id = posting_plan.person_id
  WHERE act IS NOT NULL OR last_begins <> last_from OR joining_id <> last_id OR (left_changes AND last_to <> ends)
  RETURNING 1`;
