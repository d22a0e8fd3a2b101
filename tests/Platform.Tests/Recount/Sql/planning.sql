-- Recount of planning's and of the cross-domain indicators over the services' own tables.

-- REP-01
SELECT count(*), 1 FROM reporting.work_item WHERE kind = 1 AND state <> 3 AND day BETWEEN $from AND $to AND area_code IN area;

-- REP-02
SELECT count(*), 1 FROM reporting.work_item WHERE kind = 2 AND state = 2 AND done_on BETWEEN $from AND $to AND area_code IN area;

-- REP-03: done so far in the year, of what is assigned for the year
SELECT 100 * (SELECT count(*) FROM reporting.work_item
              WHERE kind = 2 AND state = 2 AND done_on BETWEEN $to / 10000 * 10000 AND $to AND area_code IN area),
       (SELECT count(*) FROM reporting.work_item WHERE kind = 2 AND state <> 3 AND year = $to / 10000 AND area_code IN area);

-- REP-04: settled
SELECT count(*), 1 FROM reporting.work_item WHERE kind = 3 AND state = 2 AND done_on BETWEEN $from AND $to AND area_code IN area;

-- REP-05
SELECT count(*), 1 FROM reporting.work_item
WHERE kind = 4 AND state <> 3 AND day <= $to AND (done_on IS NULL OR done_on > $to) AND area_code IN area;

-- XD-01: placed, anywhere, on the day of graduation or in the 183 days after
SELECT count(DISTINCT person.person_key), 1
FROM training.enrolment JOIN training.person ON person.id = enrolment.person_id
JOIN employment.worker ON worker.person_key = person.person_key JOIN employment.placement ON placement.worker_id = worker.id AND placement.state = 1
WHERE enrolment.state = 2 AND ended_on BETWEEN $from AND $to AND enrolment.area_code IN area
  AND day_number(start_date) - day_number(ended_on) BETWEEN 0 AND 183;

-- XD-02
SELECT 100 * count(DISTINCT CASE WHEN EXISTS (
           SELECT * FROM employment.worker JOIN employment.placement ON placement.worker_id = worker.id AND placement.state = 1
           WHERE worker.person_key = person.person_key AND day_number(start_date) - day_number(ended_on) BETWEEN 0 AND 183) THEN person.person_key END),
       count(DISTINCT person.person_key)
FROM training.enrolment JOIN training.person ON person.id = enrolment.person_id
WHERE enrolment.state = 2 AND ended_on BETWEEN $from AND $to AND enrolment.area_code IN area;

-- XD-03: on a merit allowance and on social assistance
SELECT count(DISTINCT merit_person.person_key), 1
FROM merit.entitlement allowance JOIN merit.person merit_person ON merit_person.id = allowance.person_id
JOIN protection.person protected ON protected.person_key = merit_person.person_key
JOIN protection.entitlement assistance ON assistance.person_id = protected.id AND assistance.scheme = 'protection.assistance'
WHERE allowance.scheme = 'merit.allowance' AND allowance.area_code IN area
  AND allowance.start_month <= $to / 100 AND (allowance.end_month IS NULL OR allowance.end_month >= $to / 100)
  AND (allowance.suspended_from IS NULL OR allowance.suspended_from > $to / 100)
  AND assistance.start_month <= $to / 100 AND (assistance.end_month IS NULL OR assistance.end_month >= $to / 100)
  AND (assistance.suspended_from IS NULL OR assistance.suspended_from > $to / 100);

-- XD-04: of a poor household on the day of the placement
SELECT count(DISTINCT worker.person_key), 1
FROM employment.placement JOIN employment.worker ON worker.id = placement.worker_id
JOIN poor_member ON poor_member.person_key = worker.person_key AND since <= start_date AND (until IS NULL OR until > start_date)
WHERE placement.state = 1 AND start_date BETWEEN $from AND $to AND placement.area_code IN area;

-- XD-05
SELECT count(DISTINCT person_key), 1
FROM circumstance
WHERE since <= $to AND until > $to AND area_code IN area
  AND person_key IN (SELECT person_key FROM poor_member WHERE since <= $to AND (until IS NULL OR until > $to));

-- XD-07: unemployment benefit, merit allowances and gifts, assistance, relief, top-ups
SELECT (SELECT coalesce(sum(amount_vnd), 0) FROM paid WHERE paid_on BETWEEN $from AND $to AND area_code IN area)
     + (SELECT coalesce(sum(amount_vnd), 0) FROM relief WHERE state = 4 AND delivered_on BETWEEN $from AND $to AND area_code IN area)
     + (SELECT coalesce(sum(amount_vnd), 0) FROM merit.support_entry entry JOIN merit.support_programme programme ON programme.id = entry.programme_id
        WHERE kind = 2 AND entry.state = 4 AND delivered_on BETWEEN $from AND $to AND entry.area_code IN area), 1;
