-- Recount of child protection's indicators over its own tables.

-- CHI-01
SELECT count(DISTINCT person_key), 1 FROM circumstance WHERE since <= $to AND until > $to AND area_code IN area;

-- CHI-02: with support in force, wherever it is given
SELECT count(DISTINCT person_key), 1 FROM circumstance
WHERE since <= $to AND until > $to AND area_code IN area
  AND child_id IN (SELECT child_id FROM child.child_support WHERE started_on <= $to AND (ended_on IS NULL OR ended_on > $to));

-- CHI-03
SELECT 100 * count(DISTINCT CASE WHEN child_id IN (
           SELECT child_id FROM child.child_support WHERE started_on <= $to AND (ended_on IS NULL OR ended_on > $to)) THEN person_key END),
       count(DISTINCT person_key)
FROM circumstance WHERE since <= $to AND until > $to AND area_code IN area;

-- CHI-04: drowned
SELECT count(*), 1 FROM child.incident
WHERE kind = 1 AND fatal = 1 AND state = 1 AND happened_on BETWEEN $from AND $to AND area_code IN area;

-- CHI-05
SELECT count(*), 1 FROM child.abuse_case WHERE reported_on BETWEEN $from AND $to AND area_code IN area;

-- CHI-06: cases, on the day of their first referral to the police
SELECT count(*), 1
FROM (SELECT case_id, min(referred_at) AS first FROM child.case_referral WHERE "to" = 1 GROUP BY case_id) referral
JOIN child.abuse_case ON abuse_case.id = referral.case_id
WHERE day_of(first) BETWEEN $from AND $to AND area_code IN area;

-- CHI-07: closed with the plan met, on the day of the closing that stands
SELECT count(*), 1
FROM (SELECT case_id, max(done_at) AS last FROM child.case_step WHERE action = 8 GROUP BY case_id) closing
JOIN child.abuse_case ON abuse_case.id = closing.case_id
WHERE abuse_case.state = 7 AND plan_met = 1 AND day_of(last) BETWEEN $from AND $to AND area_code IN area;
