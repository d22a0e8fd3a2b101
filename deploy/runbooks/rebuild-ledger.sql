-- Empties the ledger of reporting, so that it is booked anew from the sources' event logs at the next start. What people keyed into
-- reporting itself (plans, work programme, administrative units) and reporting's own event log stay. For SQLite and SQL Server; run in
-- one transaction, on the database of a reporting that is stopped: see rebuild-projection.md.
BEGIN TRANSACTION;
DELETE FROM fact;
DELETE FROM cell;
DELETE FROM presence;
DELETE FROM person_alias;
DELETE FROM person_join;
DELETE FROM entered_figure;
DELETE FROM parked_event;
DELETE FROM feed_position WHERE consumer = 'ledger';
COMMIT;
