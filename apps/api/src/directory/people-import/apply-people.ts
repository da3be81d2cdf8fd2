/**
 * Writes what the rows say of people: facts, identity, diversity, unavailable periods. An empty cell leaves what is on
 * record. Needs `person_match` and `posting_plan`; adds the lines that changed something to `changed_line`.
 */
export const APPLY_PEOPLE: readonly string[] = [
  `INSERT INTO person (organization_id, id, external_id, function, location, time_zone, languages, joined_on, left_on)
   SELECT $1, person_match.person_id, staged.external_id, staged.function, staged.location, staged.time_zone,
     coalesce(string_to_array(staged.languages, ';'), '{}'), plan.joined_on, plan.left_on
   FROM staged_person AS staged JOIN person_match USING (line) JOIN posting_plan AS plan USING (line) WHERE is_new`,

  `WITH changed AS (
     UPDATE person SET external_id = staged.external_id, function = coalesce(staged.function, person.function),
       location = coalesce(staged.location, person.location), time_zone = coalesce(staged.time_zone, person.time_zone),
       languages = coalesce(string_to_array(staged.languages, ';'), person.languages),
       joined_on = plan.joined_on, left_on = plan.left_on, version = version + 1
     FROM staged_person AS staged JOIN person_match USING (line) JOIN posting_plan AS plan USING (line)
     WHERE NOT is_new AND person.organization_id = $1 AND person.id = person_match.person_id
       AND (staged.external_id, coalesce(staged.function, person.function), coalesce(staged.location, person.location),
           coalesce(staged.time_zone, person.time_zone),
           coalesce(string_to_array(staged.languages, ';'), person.languages), plan.joined_on, plan.left_on)
         IS DISTINCT FROM (person.external_id, person.function, person.location, person.time_zone, person.languages,
           person.joined_on, person.left_on)
     RETURNING staged.line)
   INSERT INTO changed_line SELECT line FROM changed ON CONFLICT DO NOTHING`,

  // Addresses are unique at every moment, so whoever changes theirs gives it up before anybody takes it over.
  `UPDATE person_identity AS identity SET email = NULL
   FROM staged_person AS staged JOIN person_match USING (line)
   WHERE NOT is_new AND identity.organization_id = $1 AND identity.person_id = person_match.person_id
     AND identity.email <> staged.email`,

  `WITH changed AS (
     UPDATE person_identity AS identity
     SET name = staged.name, email = staged.email, title = coalesce(staged.title, identity.title)
     FROM staged_person AS staged JOIN person_match USING (line)
     WHERE NOT is_new AND identity.organization_id = $1 AND identity.person_id = person_match.person_id
       AND (staged.name, staged.email, coalesce(staged.title, identity.title))
         IS DISTINCT FROM (identity.name, identity.email, identity.title)
     RETURNING staged.line)
   INSERT INTO changed_line SELECT line FROM changed ON CONFLICT DO NOTHING`,

  `INSERT INTO person_identity (organization_id, person_id, name, email, title)
   SELECT $1, person_id, name, email, title FROM staged_person JOIN person_match USING (line) WHERE is_new`,

  `WITH changed AS (
     INSERT INTO person_diversity (organization_id, person_id, gender)
     SELECT $1, person_id, gender FROM staged_person JOIN person_match USING (line) WHERE gender IS NOT NULL
     ON CONFLICT (organization_id, person_id) DO UPDATE SET gender = EXCLUDED.gender
       WHERE person_diversity.gender <> EXCLUDED.gender
     RETURNING person_id)
   INSERT INTO changed_line SELECT line FROM changed JOIN person_match USING (person_id) ON CONFLICT DO NOTHING`,

  `WITH changed AS (
     DELETE FROM unavailable_period AS period USING staged_person AS staged JOIN person_match USING (line)
     WHERE staged.unavailable IS NOT NULL AND period.organization_id = $1 AND period.person_id = person_match.person_id
       AND period.starts_on || '/' || period.ends_on <> ALL (string_to_array(staged.unavailable, ';'))
     RETURNING staged.line)
   INSERT INTO changed_line SELECT line FROM changed ON CONFLICT DO NOTHING`,

  `WITH changed AS (
     INSERT INTO unavailable_period (organization_id, person_id, starts_on, ends_on)
     SELECT $1, person_id, split_part(period, '/', 1)::date, split_part(period, '/', 2)::date
     FROM staged_person JOIN person_match USING (line)
     CROSS JOIN LATERAL unnest(string_to_array(unavailable, ';')) AS period
     ON CONFLICT DO NOTHING RETURNING person_id)
   INSERT INTO changed_line SELECT line FROM changed JOIN person_match USING (person_id) ON CONFLICT DO NOTHING`,
];
