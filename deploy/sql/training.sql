SET QUOTED_IDENTIFIER ON;
SET XACT_ABORT ON;
GO

IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [area_succession] (
        [old_code] nvarchar(200) NOT NULL,
        [new_code] nvarchar(200) NOT NULL,
        [effective_on] int NOT NULL,
        [level] int NOT NULL,
        [full] bit NOT NULL,
        [revision] binary(16) NOT NULL,
        CONSTRAINT [PK_area_succession] PRIMARY KEY ([old_code], [new_code], [effective_on])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [area_unit] (
        [code] nvarchar(200) NOT NULL,
        [valid_from] int NOT NULL,
        [valid_to] int NULL,
        [name] nvarchar(200) NOT NULL,
        [type] nvarchar(200) NOT NULL,
        [level] int NOT NULL,
        [parent_code] nvarchar(200) NULL,
        [revision] binary(16) NOT NULL,
        CONSTRAINT [PK_area_unit] PRIMARY KEY ([code], [valid_from])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [audit] (
        [id] binary(16) NOT NULL,
        [at] bigint NOT NULL,
        [actor] nvarchar(200) NOT NULL,
        [method] nvarchar(200) NOT NULL,
        [target] nvarchar(200) NOT NULL,
        [outcome] nvarchar(200) NOT NULL,
        [peer] nvarchar(200) NOT NULL,
        [trace_parent] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_audit] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [event_log] (
        [sequence] bigint NOT NULL,
        [event_id] binary(16) NOT NULL,
        [type] nvarchar(200) NOT NULL,
        [subject] binary(16) NOT NULL,
        [occurred_on] int NOT NULL,
        [recorded_at] bigint NOT NULL,
        [area_code] nvarchar(5) NOT NULL,
        [schema_version] int NOT NULL,
        [actor] nvarchar(200) NOT NULL,
        [trace_parent] nvarchar(200) NOT NULL,
        [data] nvarchar(4000) NOT NULL,
        CONSTRAINT [PK_event_log] PRIMARY KEY ([sequence])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [feed_position] (
        [consumer] nvarchar(200) NOT NULL,
        [source] nvarchar(200) NOT NULL,
        [sequence] bigint NOT NULL,
        [booked_through] bigint NOT NULL,
        CONSTRAINT [PK_feed_position] PRIMARY KEY ([consumer], [source])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [idempotency] (
        [key] binary(32) NOT NULL,
        [request_hash] binary(32) NOT NULL,
        [response] varbinary(max) NULL,
        [refusal_status] varbinary(max) NULL,
        [answered_at] bigint NOT NULL,
        CONSTRAINT [PK_idempotency] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [institution] (
        [id] binary(16) NOT NULL,
        [code] varchar(20) NOT NULL,
        [display_name] nvarchar(200) NOT NULL,
        [kind] int NOT NULL,
        [ownership] int NOT NULL,
        [licence_number] nvarchar(50) NOT NULL,
        [licensed_on] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [opened_on] int NOT NULL,
        [closed_on] int NULL,
        [merged_into] binary(16) NULL,
        [booked_by] binary(16) NOT NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_institution] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [outbox] (
        [event_id] binary(16) NOT NULL,
        [type] nvarchar(200) NOT NULL,
        [subject] binary(16) NOT NULL,
        [occurred_on] int NOT NULL,
        [recorded_at] bigint NOT NULL,
        [area_code] nvarchar(5) NOT NULL,
        [schema_version] int NOT NULL,
        [actor] nvarchar(200) NOT NULL,
        [trace_parent] nvarchar(200) NOT NULL,
        [data] nvarchar(4000) NOT NULL,
        CONSTRAINT [PK_outbox] PRIMARY KEY ([event_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [parked_run] (
        [first_sequence] bigint NOT NULL,
        [last_sequence] bigint NOT NULL,
        [error] nvarchar(2000) NOT NULL,
        [parked_at] bigint NOT NULL,
        CONSTRAINT [PK_parked_run] PRIMARY KEY ([first_sequence])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [person] (
        [id] binary(16) NOT NULL,
        [person_key] varchar(22) NOT NULL,
        [identity_key] binary(32) NOT NULL,
        [sealed_number] varbinary(100) NULL,
        [full_name] nvarchar(100) NOT NULL,
        [birth] int NULL,
        [sex] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [area_on] int NOT NULL,
        [died_on] int NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_person] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [relay_state] (
        [id] int NOT NULL,
        [last_sequence] bigint NOT NULL,
        [published_sequence] bigint NOT NULL,
        [lease_holder] nvarchar(200) NOT NULL,
        [lease_until] bigint NOT NULL,
        CONSTRAINT [PK_relay_state] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [surveyed_figure] (
        [id] binary(16) NOT NULL,
        [indicator] varchar(10) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [day] int NOT NULL,
        [value] varchar(20) NOT NULL,
        [source] nvarchar(200) NOT NULL,
        [state] int NOT NULL,
        [keyed_by] nvarchar(200) NOT NULL,
        [signed_by] nvarchar(200) NULL,
        [told_by] binary(16) NULL,
        [withdrawn_by] nvarchar(200) NULL,
        [withdrawn_because] nvarchar(500) NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_surveyed_figure] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [programme] (
        [id] binary(16) NOT NULL,
        [institution_id] binary(16) NOT NULL,
        [code] varchar(20) NOT NULL,
        [level] int NOT NULL,
        [occupation_code] varchar(7) NOT NULL,
        [occupation_name] nvarchar(200) NOT NULL,
        [duration_weeks] int NOT NULL,
        [fee_vnd] bigint NOT NULL,
        [yearly_quota] int NOT NULL,
        [created_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_programme] PRIMARY KEY ([id]),
        CONSTRAINT [FK_programme_institution_institution_id] FOREIGN KEY ([institution_id]) REFERENCES [institution] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [enrolment] (
        [id] binary(16) NOT NULL,
        [natural_key] binary(32) NOT NULL,
        [person_id] binary(16) NOT NULL,
        [programme_id] binary(16) NOT NULL,
        [institution_id] binary(16) NOT NULL,
        [level] int NOT NULL,
        [enrolled_on] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [rural_subsidy] bit NOT NULL,
        [state] int NOT NULL,
        [transferred_on] int NULL,
        [ended_on] int NULL,
        [voided_because] nvarchar(500) NULL,
        [booked_by] binary(16) NOT NULL,
        [end_told_by] binary(16) NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_enrolment] PRIMARY KEY ([id]),
        CONSTRAINT [FK_enrolment_person_person_id] FOREIGN KEY ([person_id]) REFERENCES [person] ([id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_enrolment_programme_programme_id] FOREIGN KEY ([programme_id]) REFERENCES [programme] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE TABLE [certificate] (
        [id] binary(16) NOT NULL,
        [enrolment_id] binary(16) NOT NULL,
        [number] varchar(30) NOT NULL,
        [book_number] nvarchar(30) NOT NULL,
        [level] int NOT NULL,
        [year] int NOT NULL,
        [issued_on] int NOT NULL,
        [decision] nvarchar(50) NOT NULL,
        [occupation_name] nvarchar(200) NOT NULL,
        [institution_name] nvarchar(200) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [state] int NOT NULL,
        [replaces] binary(16) NULL,
        [ended_on] int NULL,
        [ended_because] nvarchar(500) NULL,
        [booked_by] binary(16) NOT NULL,
        [created_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_certificate] PRIMARY KEY ([id]),
        CONSTRAINT [FK_certificate_enrolment_enrolment_id] FOREIGN KEY ([enrolment_id]) REFERENCES [enrolment] ([id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_certificate_area_code] ON [certificate] ([area_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_certificate_enrolment_id] ON [certificate] ([enrolment_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_certificate_number_level_year] ON [certificate] ([number], [level], [year]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_enrolment_area_code_enrolled_on] ON [enrolment] ([area_code], [enrolled_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_enrolment_enrolled_on_id] ON [enrolment] ([enrolled_on], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_enrolment_institution_id] ON [enrolment] ([institution_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_enrolment_natural_key] ON [enrolment] ([natural_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_enrolment_person_id] ON [enrolment] ([person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_enrolment_programme_id] ON [enrolment] ([programme_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_event_log_subject_sequence] ON [event_log] ([subject], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_idempotency_answered_at] ON [idempotency] ([answered_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_institution_area_code] ON [institution] ([area_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_institution_code] ON [institution] ([code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_person_area_code] ON [person] ([area_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_person_identity_key] ON [person] ([identity_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_person_person_key] ON [person] ([person_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_programme_institution_id_code] ON [programme] ([institution_id], [code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    CREATE INDEX [IX_surveyed_figure_indicator_area_code_day] ON [surveyed_figure] ([indicator], [area_code], [day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122045439_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122045439_Initial', N'10.0.14');
END;

COMMIT;
GO

