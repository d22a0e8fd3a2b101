-- Database and logins of one service on SQL Server 2022: a serving login that reads and writes rows and changes no table, and a migration
-- login that may. An administrator runs it, as often as needed; what is there stays as it is.
--
--   export Database=ansinh_employment ServingLogin=employment ServingPassword=… MigrationLogin=employment-migration MigrationPassword=…
--   sqlcmd -S server -C -I -b -i deploy/sql/logins.sql
--
-- sqlcmd takes the values from the environment, where passwords are in no list of processes. A password must not contain a quote.
IF DB_ID(N'$(Database)') IS NULL
    -- Texts are compared by code point, as on SQLite: docs/decisions/0015.
    CREATE DATABASE [$(Database)] COLLATE Latin1_General_100_BIN2;
GO

-- Readers take no locks and stop no writer; the ledger is read in one state over several statements.
IF EXISTS (SELECT * FROM sys.databases WHERE database_id = DB_ID(N'$(Database)') AND is_read_committed_snapshot_on = 0)
    ALTER DATABASE [$(Database)] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
IF EXISTS (SELECT * FROM sys.databases WHERE database_id = DB_ID(N'$(Database)') AND snapshot_isolation_state <> 1)
    ALTER DATABASE [$(Database)] SET ALLOW_SNAPSHOT_ISOLATION ON;
GO

IF SUSER_ID(N'$(ServingLogin)') IS NULL
    CREATE LOGIN [$(ServingLogin)] WITH PASSWORD = N'$(ServingPassword)', DEFAULT_DATABASE = [$(Database)];
IF SUSER_ID(N'$(MigrationLogin)') IS NULL
    CREATE LOGIN [$(MigrationLogin)] WITH PASSWORD = N'$(MigrationPassword)', DEFAULT_DATABASE = [$(Database)];
GO

USE [$(Database)];
GO

-- Nothing more is needed to serve: bulk copies check constraints and fire triggers, so that they ask for INSERT only, and everybody may
-- make temporary tables.
IF DATABASE_PRINCIPAL_ID(N'$(ServingLogin)') IS NULL
    CREATE USER [$(ServingLogin)] FOR LOGIN [$(ServingLogin)];
ALTER ROLE db_datareader ADD MEMBER [$(ServingLogin)];
ALTER ROLE db_datawriter ADD MEMBER [$(ServingLogin)];

IF DATABASE_PRINCIPAL_ID(N'$(MigrationLogin)') IS NULL
    CREATE USER [$(MigrationLogin)] FOR LOGIN [$(MigrationLogin)];
ALTER ROLE db_owner ADD MEMBER [$(MigrationLogin)];
GO

USE [master];
GO
