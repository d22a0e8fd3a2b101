-- What several recounts need: temporary views over the services' tables.

-- Entries of relief programmes, with who receives.
CREATE TEMP VIEW relief AS
SELECT entry.state, entry.approved_on, entry.delivered_on, entry.area_code, entry.amount_vnd, entry.person_key, grp.recipient
FROM protection.support_entry entry
JOIN protection.support_programme programme ON programme.id = entry.programme_id AND programme.kind = 1
JOIN protection.support_programme_group grp ON grp.programme_id = entry.programme_id AND grp.code = entry.group_code
UNION ALL
SELECT entry.state, entry.approved_on, entry.delivered_on, entry.area_code, entry.amount_vnd, entry.person_key, grp.recipient
FROM merit.support_entry entry
JOIN merit.support_programme programme ON programme.id = entry.programme_id AND programme.kind = 1
JOIN merit.support_programme_group grp ON grp.programme_id = entry.programme_id AND grp.code = entry.group_code;

-- Payments made as listed, of all schemes.
CREATE TEMP VIEW paid AS
SELECT paid_on, area_code, amount_vnd FROM employment.payment_line WHERE state IN (2, 5)
UNION ALL
SELECT paid_on, area_code, amount_vnd FROM merit.payment_line WHERE state IN (2, 5)
UNION ALL
SELECT paid_on, area_code, amount_vnd FROM protection.payment_line WHERE state IN (2, 5);

-- Approved poverty lists: in force until the commune's next list is.
CREATE TEMP TABLE list_in_force AS
SELECT survey_id, area_code, in_force_from AS since,
       (SELECT min(next.in_force_from) FROM protection.poverty_list next
        WHERE next.area_code = list.area_code AND next.in_force_from > list.in_force_from) AS until
FROM protection.poverty_list list;

CREATE TEMP VIEW listed_household AS
SELECT household.id, class, household.area_code, since, until
FROM protection.household JOIN list_in_force list ON list.survey_id = household.survey_id AND list.area_code = household.area_code;

CREATE TEMP TABLE poor_member AS
SELECT DISTINCT person_key, since, until
FROM listed_household JOIN protection.household_member member ON member.household_id = listed_household.id
WHERE class = 1;
CREATE INDEX temp.poor_member_key ON poor_member (person_key);

-- Circumstances of children: until they end, or the child certainly is 16 years old (a birth may lack day and month).
CREATE TEMP VIEW circumstance AS
SELECT person_key, child.id AS child_id, kept.area_code, started_on AS since,
       min(coalesce(ended_on, 99999999),
           coalesce(160000 + birth + CASE WHEN birth % 10000 = 0 THEN 1231 WHEN birth % 100 = 0 THEN 31 ELSE 0 END, 99999999)) AS until
FROM child.child_circumstance kept JOIN child.child ON child.id = kept.child_id JOIN child.person ON person.id = child.person_id;
