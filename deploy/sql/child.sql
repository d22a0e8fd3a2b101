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
    WHERE [MigrationId] = N'20261122050010_Initial'
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
    WHERE [MigrationId] = N'20261122050010_Initial'
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
    WHERE [MigrationId] = N'20261122050010_Initial'
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
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE TABLE [child] (
        [id] binary(16) NOT NULL,
        [person_id] binary(16) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [area_on] int NOT NULL,
        [exited_on] int NULL,
        [exit_reason] int NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_child] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
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
    WHERE [MigrationId] = N'20261122050010_Initial'
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
    WHERE [MigrationId] = N'20261122050010_Initial'
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
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE TABLE [incident] (
        [id] binary(16) NOT NULL,
        [natural_key] binary(32) NOT NULL,
        [kind] int NOT NULL,
        [happened_on] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [fatal] bit NOT NULL,
        [place] int NOT NULL,
        [victim_age] int NULL,
        [victim_sex] int NOT NULL,
        [swimming] int NOT NULL,
        [reference] nvarchar(50) NOT NULL,
        [state] int NOT NULL,
        [voided_because] nvarchar(500) NULL,
        [booked_by] binary(16) NOT NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_incident] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
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
    WHERE [MigrationId] = N'20261122050010_Initial'
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
    WHERE [MigrationId] = N'20261122050010_Initial'
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
    WHERE [MigrationId] = N'20261122050010_Initial'
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
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE TABLE [abuse_case] (
        [id] binary(16) NOT NULL,
        [abuse_type] int NOT NULL,
        [source] int NOT NULL,
        [received_at] bigint NOT NULL,
        [reported_on] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [sealed_account] varbinary(3200) NOT NULL,
        [child_id] binary(16) NULL,
        [state] int NOT NULL,
        [risk] int NOT NULL,
        [assessment_due_at] bigint NULL,
        [assessed_at] bigint NULL,
        [due_at] bigint NULL,
        [due_action] int NULL,
        [cycle] int NOT NULL,
        [planned_by] nvarchar(200) NOT NULL,
        [plan_met] bit NOT NULL,
        [opened_by] binary(16) NOT NULL,
        [closed_by] binary(16) NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_abuse_case] PRIMARY KEY ([id]),
        CONSTRAINT [FK_abuse_case_child_child_id] FOREIGN KEY ([child_id]) REFERENCES [child] ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE TABLE [child_circumstance] (
        [id] binary(16) NOT NULL,
        [child_id] binary(16) NOT NULL,
        [kind] int NOT NULL,
        [sub_type] int NOT NULL,
        [started_on] int NOT NULL,
        [ended_on] int NULL,
        [out_of_age_on] int NULL,
        [area_code] varchar(5) NOT NULL,
        [booked_by] binary(16) NOT NULL,
        CONSTRAINT [PK_child_circumstance] PRIMARY KEY ([id]),
        CONSTRAINT [FK_child_circumstance_child_child_id] FOREIGN KEY ([child_id]) REFERENCES [child] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE TABLE [child_support] (
        [id] binary(16) NOT NULL,
        [child_id] binary(16) NOT NULL,
        [kind] int NOT NULL,
        [started_on] int NOT NULL,
        [ended_on] int NULL,
        [area_code] varchar(5) NOT NULL,
        [booked_by] binary(16) NOT NULL,
        CONSTRAINT [PK_child_support] PRIMARY KEY ([id]),
        CONSTRAINT [FK_child_support_child_child_id] FOREIGN KEY ([child_id]) REFERENCES [child] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE TABLE [case_member] (
        [case_id] binary(16) NOT NULL,
        [account] nvarchar(100) NOT NULL,
        CONSTRAINT [PK_case_member] PRIMARY KEY ([case_id], [account]),
        CONSTRAINT [FK_case_member_abuse_case_case_id] FOREIGN KEY ([case_id]) REFERENCES [abuse_case] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE TABLE [case_referral] (
        [case_id] binary(16) NOT NULL,
        [number] int NOT NULL,
        [to] int NOT NULL,
        [referred_at] bigint NOT NULL,
        [state] int NOT NULL,
        [sealed_override] varbinary(1700) NULL,
        CONSTRAINT [PK_case_referral] PRIMARY KEY ([case_id], [number]),
        CONSTRAINT [FK_case_referral_abuse_case_case_id] FOREIGN KEY ([case_id]) REFERENCES [abuse_case] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE TABLE [case_service] (
        [case_id] binary(16) NOT NULL,
        [number] int NOT NULL,
        [cycle] int NOT NULL,
        [kind] int NOT NULL,
        [agency] nvarchar(200) NOT NULL,
        [due_on] int NOT NULL,
        [state] int NOT NULL,
        CONSTRAINT [PK_case_service] PRIMARY KEY ([case_id], [number]),
        CONSTRAINT [FK_case_service_abuse_case_case_id] FOREIGN KEY ([case_id]) REFERENCES [abuse_case] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE TABLE [case_step] (
        [id] binary(16) NOT NULL,
        [case_id] binary(16) NOT NULL,
        [action] int NOT NULL,
        [state] int NOT NULL,
        [done_at] bigint NOT NULL,
        [actor] nvarchar(200) NOT NULL,
        [sealed_note] varbinary(1700) NULL,
        CONSTRAINT [PK_case_step] PRIMARY KEY ([id]),
        CONSTRAINT [FK_case_step_abuse_case_case_id] FOREIGN KEY ([case_id]) REFERENCES [abuse_case] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_abuse_case_area_code_reported_on] ON [abuse_case] ([area_code], [reported_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_abuse_case_child_id] ON [abuse_case] ([child_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_abuse_case_due_at] ON [abuse_case] ([due_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_case_member_account] ON [case_member] ([account]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_case_step_case_id] ON [case_step] ([case_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_child_area_code] ON [child] ([area_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_child_person_id] ON [child] ([person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_child_circumstance_area_code_started_on] ON [child_circumstance] ([area_code], [started_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_child_circumstance_child_id_kind_started_on] ON [child_circumstance] ([child_id], [kind], [started_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_child_support_child_id_kind_started_on] ON [child_support] ([child_id], [kind], [started_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_event_log_subject_sequence] ON [event_log] ([subject], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_idempotency_answered_at] ON [idempotency] ([answered_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_incident_area_code_happened_on] ON [incident] ([area_code], [happened_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_incident_happened_on_id] ON [incident] ([happened_on], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_incident_natural_key] ON [incident] ([natural_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE INDEX [IX_person_area_code] ON [person] ([area_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_person_identity_key] ON [person] ([identity_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_person_person_key] ON [person] ([person_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122050010_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122050010_Initial', N'10.0.14');
END;

COMMIT;
GO

