-- Recount of social protection's indicators over the services' own tables: relief is given by merit too.

-- SOC-01: a month begun is a month in payment
SELECT count(DISTINCT person_key), 1
FROM protection.entitlement JOIN protection.person ON person.id = entitlement.person_id
WHERE scheme = 'protection.assistance' AND start_month <= $to / 100 AND (end_month IS NULL OR end_month >= $to / 100)
  AND (suspended_from IS NULL OR suspended_from > $to / 100) AND entitlement.area_code IN area;

-- SOC-02
SELECT count(*), 1
FROM protection.payment_line line JOIN protection.payment_run run ON run.id = line.run_id
WHERE scheme = 'protection.assistance' AND line.state IN (2, 5) AND paid_on BETWEEN $from AND $to AND line.area_code IN area;

-- SOC-03
SELECT coalesce(sum(line.amount_vnd), 0), 1
FROM protection.payment_line line JOIN protection.payment_run run ON run.id = line.run_id
WHERE scheme = 'protection.assistance' AND line.state IN (2, 5) AND paid_on BETWEEN $from AND $to AND line.area_code IN area;

-- SOC-04: people paid, of people found eligible
SELECT 100 * (SELECT count(DISTINCT person_key)
              FROM protection.payment_line line JOIN protection.payment_run run ON run.id = line.run_id
              WHERE scheme = 'protection.assistance' AND line.state IN (2, 5) AND paid_on BETWEEN $from AND $to AND line.area_code IN area),
       (SELECT count(DISTINCT person_key)
        FROM protection.assistance_application application JOIN protection.person ON person.id = application.person_id
        WHERE state IN (1, 3) AND applied_on <= $to AND (ended_on IS NULL OR ended_on > $to) AND application.area_code IN area);

-- SOC-05
SELECT count(*), 1 FROM relief WHERE state = 4 AND delivered_on BETWEEN $from AND $to AND area_code IN area;

-- SOC-06: of the entries approved and not struck off
SELECT 100 * (SELECT count(*) FROM relief WHERE state = 4 AND delivered_on BETWEEN $from AND $to AND area_code IN area),
       (SELECT count(*) FROM relief WHERE state IN (3, 4, 5) AND approved_on BETWEEN $from AND $to AND area_code IN area);

-- SOC-07
SELECT coalesce(sum(amount_vnd), 0), 1 FROM relief WHERE state = 4 AND delivered_on BETWEEN $from AND $to AND area_code IN area;

-- SOC-08
SELECT 100 * (SELECT coalesce(sum(amount_vnd), 0) FROM relief WHERE state = 4 AND delivered_on BETWEEN $from AND $to AND area_code IN area),
       (SELECT coalesce(sum(amount_vnd), 0) FROM relief WHERE state IN (3, 4, 5) AND approved_on BETWEEN $from AND $to AND area_code IN area);

-- SOC-09
SELECT coalesce(sum(amount_vnd), 0), 1 FROM relief WHERE state IN (3, 4, 5) AND approved_on BETWEEN $from AND $to AND area_code IN area;

-- SOC-10
SELECT count(DISTINCT person_key), 1 FROM relief
WHERE recipient = 1 AND state IN (3, 4, 5) AND approved_on BETWEEN $from AND $to AND area_code IN area;

-- SOC-11
SELECT count(*), 1 FROM relief
WHERE recipient = 3 AND state IN (3, 4, 5) AND approved_on BETWEEN $from AND $to AND area_code IN area;

-- SOC-12
SELECT count(*), 1
FROM protection.payment_line line JOIN protection.payment_run run ON run.id = line.run_id
WHERE scheme = 'protection.topup' AND line.state IN (2, 5) AND paid_on BETWEEN $from AND $to AND line.area_code IN area;

-- SOC-13
SELECT coalesce(sum(line.amount_vnd), 0), 1
FROM protection.payment_line line JOIN protection.payment_run run ON run.id = line.run_id
WHERE scheme = 'protection.topup' AND line.state IN (2, 5) AND paid_on BETWEEN $from AND $to AND line.area_code IN area;

-- SOC-14
SELECT count(*), 1 FROM protection.housing_support
WHERE beneficiary = 2 AND state = 2 AND completed_on BETWEEN $from AND $to AND area_code IN area;

-- SOC-15
SELECT count(*), 1 FROM listed_household WHERE class = 1 AND since <= $to AND (until IS NULL OR until > $to) AND area_code IN area;

-- SOC-16
SELECT count(*), 1 FROM listed_household WHERE class = 2 AND since <= $to AND (until IS NULL OR until > $to) AND area_code IN area;

-- SOC-17
SELECT 100 * coalesce(sum(class = 1), 0), count(*) FROM listed_household WHERE since <= $to AND (until IS NULL OR until > $to) AND area_code IN area;

-- SOC-18: the rate at the end of the year before, less the rate now
SELECT 100 * (former_poor * households - poor * former_households), former_households * households
FROM (SELECT coalesce(sum(class = 1), 0) AS poor, count(*) AS households FROM listed_household
      WHERE since <= $to AND (until IS NULL OR until > $to) AND area_code IN area),
     (SELECT coalesce(sum(class = 1), 0) AS former_poor, count(*) AS former_households FROM listed_household
      WHERE since < $to / 10000 * 10000 AND (until IS NULL OR until > $to / 10000 * 10000) AND area_code IN area);
