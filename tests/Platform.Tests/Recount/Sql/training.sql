-- Recount of training's indicators over its own tables.

-- VOC-01
SELECT count(DISTINCT person_key), 1
FROM training.enrolment JOIN training.person ON person.id = enrolment.person_id
WHERE enrolment.state <> 4 AND enrolled_on BETWEEN $from AND $to AND enrolment.area_code IN area;

-- VOC-02: elementary level
SELECT count(DISTINCT person_key), 1
FROM training.enrolment JOIN training.person ON person.id = enrolment.person_id
WHERE enrolment.state <> 4 AND level = 3 AND enrolled_on BETWEEN $from AND $to AND enrolment.area_code IN area;

-- VOC-03: learning at the beginning or at the end of any day
SELECT count(DISTINCT person_key), 1
FROM training.enrolment JOIN training.person ON person.id = enrolment.person_id
WHERE enrolment.state <> 4 AND enrolled_on <= $to AND (ended_on IS NULL OR (ended_on >= $from AND ended_on > enrolled_on)) AND enrolment.area_code IN area;

-- VOC-04
SELECT count(DISTINCT person_key), 1
FROM training.enrolment JOIN training.person ON person.id = enrolment.person_id
WHERE enrolment.state = 2 AND ended_on BETWEEN $from AND $to AND enrolment.area_code IN area;

-- VOC-05: first issues, less what was revoked
SELECT (SELECT count(*) FROM training.certificate WHERE replaces IS NULL AND issued_on BETWEEN $from AND $to AND area_code IN area)
     - (SELECT count(*) FROM training.certificate WHERE state = 2 AND ended_on BETWEEN $from AND $to AND area_code IN area), 1;

-- VOC-06
SELECT value, 1 FROM training.surveyed_figure
WHERE indicator = 'VOC-06' AND state = 2 AND area_code = $area AND day <= $to ORDER BY day DESC LIMIT 1;

-- VOC-07
SELECT value, 1 FROM training.surveyed_figure
WHERE indicator = 'VOC-07' AND state = 2 AND area_code = $area AND day <= $to ORDER BY day DESC LIMIT 1;

-- VOC-08: rural workers with a subsidy
SELECT count(DISTINCT person_key), 1
FROM training.enrolment JOIN training.person ON person.id = enrolment.person_id
WHERE enrolment.state <> 4 AND rural_subsidy = 1 AND enrolled_on BETWEEN $from AND $to AND enrolment.area_code IN area;

-- VOC-09
SELECT count(*), 1 FROM training.institution WHERE opened_on <= $to AND (closed_on IS NULL OR closed_on > $to) AND area_code IN area;
