-- Recount of the meritorious persons' indicators over their own tables.

-- MER-01: a month begun is a month in payment
SELECT count(DISTINCT person_key), 1
FROM merit.entitlement JOIN merit.person ON person.id = entitlement.person_id
WHERE scheme = 'merit.allowance' AND start_month <= $to / 100 AND (end_month IS NULL OR end_month >= $to / 100)
  AND (suspended_from IS NULL OR suspended_from > $to / 100) AND entitlement.area_code IN area;

-- MER-02: paid as listed
SELECT coalesce(sum(line.amount_vnd), 0), 1
FROM merit.payment_line line JOIN merit.payment_run run ON run.id = line.run_id
WHERE scheme = 'merit.allowance' AND line.state IN (2, 5) AND paid_on BETWEEN $from AND $to AND line.area_code IN area;

-- MER-03: appraised for the first time, here or before the register was taken over
SELECT count(*), 1
FROM (SELECT coalesce(appraised_on, (SELECT day_of(min(at)) FROM merit.dossier_step WHERE dossier_id = dossier.id AND to_state = 3)) AS appraised
      FROM merit.dossier WHERE register = 'merit' AND area_code IN area)
WHERE appraised BETWEEN $from AND $to;

-- MER-04
SELECT count(*), 1 FROM merit.dossier
WHERE register = 'merit' AND received_on <= $to AND digitisation = 3 AND digitised_on <= $to AND state NOT IN (8, 9) AND area_code IN area;

-- MER-05
SELECT count(*), 1 FROM merit.dossier
WHERE register = 'merit' AND received_on <= $to AND NOT (digitisation = 3 AND digitised_on <= $to) AND state NOT IN (8, 9) AND area_code IN area;

-- MER-06
SELECT count(*), 1
FROM merit.support_entry entry JOIN merit.support_programme programme ON programme.id = entry.programme_id
WHERE kind = 2 AND entry.state = 4 AND delivered_on BETWEEN $from AND $to AND entry.area_code IN area;

-- MER-07
SELECT coalesce(sum(amount_vnd), 0), 1
FROM merit.support_entry entry JOIN merit.support_programme programme ON programme.id = entry.programme_id
WHERE kind = 2 AND entry.state = 4 AND delivered_on BETWEEN $from AND $to AND entry.area_code IN area;

-- MER-08
SELECT count(*), 1 FROM merit.reburial WHERE is_voided = 0 AND reburied_on BETWEEN $from AND $to AND area_code IN area;

-- MER-09
SELECT count(*), 1 FROM merit.housing_support WHERE beneficiary = 1 AND state = 2 AND completed_on BETWEEN $from AND $to AND area_code IN area;

-- MER-10
SELECT coalesce(sum(entry.amount_vnd), 0), 1
FROM merit.recovery_entry entry JOIN merit.recovery ON recovery.id = entry.recovery_id
WHERE scheme = 'merit.allowance' AND waived = 0 AND entry.day BETWEEN $from AND $to AND recovery.area_code IN area;

-- MER-11: assessed, less what was received or waived
SELECT coalesce(sum(amount_vnd - coalesce((SELECT sum(amount_vnd) FROM merit.recovery_entry WHERE recovery_id = recovery.id AND day <= $to), 0)), 0), 1
FROM merit.recovery WHERE scheme = 'merit.allowance' AND assessed_on <= $to AND area_code IN area;

-- MER-12: forms of approved communes
SELECT 100 * coalesce(sum(form.standard IN (1, 2)), 0), count(*)
FROM merit.living_standard_form form
JOIN merit.living_standard_survey survey ON survey.id = form.survey_id
JOIN merit.living_standard_approval approval ON approval.survey_id = form.survey_id AND approval.area_code = form.area_code
WHERE surveyed_on BETWEEN $from AND $to AND form.area_code IN area;
