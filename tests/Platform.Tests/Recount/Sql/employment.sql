-- Recount of employment's indicators over its own tables. What a section is, its parameters and its columns: Recount.cs.

-- EMP-01
SELECT count(DISTINCT worker.person_key), 1
FROM employment.placement JOIN employment.worker ON worker.id = placement.worker_id
WHERE placement.state = 1 AND start_date BETWEEN $from AND $to AND placement.area_code IN area;

-- EMP-02
SELECT count(*), 1 FROM employment.placement WHERE state = 1 AND start_date BETWEEN $from AND $to AND area_code IN area;

-- EMP-03: abroad under contract
SELECT count(DISTINCT worker.person_key), 1
FROM employment.placement JOIN employment.worker ON worker.id = placement.worker_id
WHERE placement.state = 1 AND channel = 3 AND start_date BETWEEN $from AND $to AND placement.area_code IN area;

-- EMP-04: by a loan
SELECT count(DISTINCT worker.person_key), 1
FROM employment.placement JOIN employment.worker ON worker.id = placement.worker_id
WHERE placement.state = 1 AND channel = 2 AND start_date BETWEEN $from AND $to AND placement.area_code IN area;

-- EMP-06
SELECT count(*), 1 FROM employment.counselling_visit WHERE state = 1 AND visited_on BETWEEN $from AND $to AND area_code IN area;

-- EMP-07: granted and not revoked
SELECT count(DISTINCT worker.person_key), 1
FROM employment.unemployment_claim claim JOIN employment.worker ON worker.id = claim.worker_id
WHERE claim.state = 2 AND decided_on BETWEEN $from AND $to AND claim.area_code IN area;

-- EMP-08
SELECT coalesce(sum(line.amount_vnd), 0), 1
FROM employment.payment_line line JOIN employment.payment_run run ON run.id = line.run_id
WHERE scheme = 'employment.unemployment' AND line.state IN (2, 5) AND paid_on BETWEEN $from AND $to AND line.area_code IN area;

-- EMP-13
SELECT value, 1 FROM employment.surveyed_figure
WHERE indicator = 'EMP-13' AND state = 2 AND area_code = $area AND day <= $to ORDER BY day DESC LIMIT 1;

-- EMP-14: relief paid to people of the workers' groups
SELECT count(DISTINCT person_key), 1
FROM protection.support_entry entry JOIN protection.support_programme programme ON programme.id = entry.programme_id
WHERE kind = 1 AND entry.state = 4 AND delivered_on BETWEEN $from AND $to AND entry.area_code IN area
  AND group_code IN ('worker_suspended', 'worker_terminated', 'worker_self_employed', 'worker_other');

-- EMP-15: relief paid to enterprises
SELECT count(*), 1
FROM protection.support_entry entry
JOIN protection.support_programme programme ON programme.id = entry.programme_id
JOIN protection.support_programme_group grp ON grp.programme_id = entry.programme_id AND grp.code = entry.group_code
WHERE kind = 1 AND recipient = 4 AND entry.state = 4 AND delivered_on BETWEEN $from AND $to AND entry.area_code IN area;

-- EMP-18
SELECT value, 1 FROM employment.surveyed_figure
WHERE indicator = 'EMP-18' AND state = 2 AND area_code = $area AND day <= $to ORDER BY day DESC LIMIT 1;
