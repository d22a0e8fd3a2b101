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

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
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
    WHERE [MigrationId] = N'20261122030415_Initial'
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
    WHERE [MigrationId] = N'20261122030415_Initial'
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
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE TABLE [cell] (
        [measure] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [day] int NOT NULL,
        [dims] bigint NOT NULL,
        [count] bigint NOT NULL,
        [quantity] bigint NOT NULL,
        [amount_vnd] bigint NOT NULL,
        CONSTRAINT [PK_cell] PRIMARY KEY ([measure], [area_code], [day], [dims])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE TABLE [dimension_set] (
        [key] bigint NOT NULL,
        [text] nvarchar(400) NOT NULL,
        CONSTRAINT [PK_dimension_set] PRIMARY KEY ([key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
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
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE TABLE [fact] (
        [event_id] binary(16) NOT NULL,
        [ordinal] int NOT NULL,
        [measure] int NOT NULL,
        [day] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [dims] bigint NOT NULL,
        [person] binary(16) NULL,
        [quantity] bigint NOT NULL,
        [amount_vnd] bigint NOT NULL,
        [sign] int NOT NULL,
        [recorded_at] bigint NOT NULL,
        [source] varchar(40) NOT NULL,
        [sequence] bigint NOT NULL,
        [subject] binary(16) NOT NULL,
        [reverses_event_id] binary(16) NULL,
        CONSTRAINT [PK_fact] PRIMARY KEY ([event_id], [ordinal])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
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
    WHERE [MigrationId] = N'20261122030415_Initial'
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
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE TABLE [ledger_state] (
        [source] varchar(40) NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_ledger_state] PRIMARY KEY ([source])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
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
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE TABLE [parked_event] (
        [event_id] binary(16) NOT NULL,
        [source] nvarchar(200) NOT NULL,
        [sequence] bigint NOT NULL,
        [type] nvarchar(200) NOT NULL,
        [subject] binary(16) NOT NULL,
        [occurred_on] int NOT NULL,
        [recorded_at] bigint NOT NULL,
        [area_code] nvarchar(5) NOT NULL,
        [schema_version] int NOT NULL,
        [actor] nvarchar(200) NOT NULL,
        [trace_parent] nvarchar(200) NOT NULL,
        [data] nvarchar(4000) NOT NULL,
        [reason] nvarchar(200) NOT NULL,
        [detail] nvarchar(1000) NOT NULL,
        [parked_at] bigint NOT NULL,
        [waits_for] binary(16) NULL,
        CONSTRAINT [PK_parked_event] PRIMARY KEY ([event_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
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
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE TABLE [person_alias] (
        [former] binary(16) NOT NULL,
        [canonical] binary(16) NOT NULL,
        CONSTRAINT [PK_person_alias] PRIMARY KEY ([former])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE TABLE [plan] (
        [indicator] nvarchar(10) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [year] int NOT NULL,
        [version] int NOT NULL,
        [target] nvarchar(20) NOT NULL,
        [comparator] int NOT NULL,
        [legal_basis] nvarchar(200) NOT NULL,
        [set_by] nvarchar(200) NOT NULL,
        [set_at] bigint NOT NULL,
        CONSTRAINT [PK_plan] PRIMARY KEY ([indicator], [area_code], [year])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE TABLE [plan_version] (
        [indicator] nvarchar(10) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [year] int NOT NULL,
        [version] int NOT NULL,
        [target] nvarchar(20) NOT NULL,
        [comparator] int NOT NULL,
        [legal_basis] nvarchar(200) NOT NULL,
        [set_by] nvarchar(200) NOT NULL,
        [set_at] bigint NOT NULL,
        CONSTRAINT [PK_plan_version] PRIMARY KEY ([indicator], [area_code], [year], [version])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE TABLE [presence] (
        [measure] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [day] int NOT NULL,
        [dims] bigint NOT NULL,
        [person] binary(16) NOT NULL,
        [count] bigint NOT NULL,
        CONSTRAINT [PK_presence] PRIMARY KEY ([measure], [area_code], [day], [dims], [person])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
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
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_dimension_set_text] ON [dimension_set] ([text]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE INDEX [IX_event_log_subject_sequence] ON [event_log] ([subject], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE INDEX [IX_fact_measure_day_area_code] ON [fact] ([measure], [day], [area_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_fact_reverses_event_id] ON [fact] ([reverses_event_id]) WHERE reverses_event_id IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE INDEX [IX_idempotency_answered_at] ON [idempotency] ([answered_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE INDEX [IX_parked_event_source_sequence] ON [parked_event] ([source], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_parked_event_waits_for] ON [parked_event] ([waits_for]) WHERE waits_for IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE INDEX [IX_person_alias_canonical] ON [person_alias] ([canonical]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    CREATE INDEX [IX_plan_year_area_code] ON [plan] ([year], [area_code]);
END;

COMMIT;
GO

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122030415_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122030415_Initial', N'10.0.14');
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122051003_WholeProvince'
)
BEGIN
    ALTER TABLE [plan_version] ADD [direction] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122051003_WholeProvince'
)
BEGIN
    ALTER TABLE [plan_version] ADD [target_to] nvarchar(20) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122051003_WholeProvince'
)
BEGIN
    ALTER TABLE [plan] ADD [direction] int NOT NULL DEFAULT 0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122051003_WholeProvince'
)
BEGIN
    ALTER TABLE [plan] ADD [target_to] nvarchar(20) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122051003_WholeProvince'
)
BEGIN
    CREATE TABLE [entered_figure] (
        [event_id] binary(16) NOT NULL,
        [indicator] varchar(10) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [day] int NOT NULL,
        [value] varchar(40) NOT NULL,
        [origin] nvarchar(200) NOT NULL,
        [source] varchar(40) NOT NULL,
        [sequence] bigint NOT NULL,
        [recorded_at] bigint NOT NULL,
        [withdrawn_by] binary(16) NULL,
        CONSTRAINT [PK_entered_figure] PRIMARY KEY ([event_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122051003_WholeProvince'
)
BEGIN
    CREATE TABLE [work_item] (
        [id] binary(16) NOT NULL,
        [natural_key] binary(32) NOT NULL,
        [kind] int NOT NULL,
        [number] nvarchar(60) NOT NULL,
        [title] nvarchar(300) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [day] int NOT NULL,
        [due_on] int NULL,
        [done_on] int NULL,
        [category] varchar(40) NOT NULL,
        [type] varchar(40) NOT NULL,
        [executes_directive] bit NOT NULL,
        [year] int NOT NULL,
        [state] int NOT NULL,
        [booked_by] binary(16) NOT NULL,
        [done_by] binary(16) NULL,
        [void_reason] nvarchar(500) NOT NULL,
        [created_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_work_item] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122051003_WholeProvince'
)
BEGIN
    CREATE INDEX [IX_entered_figure_indicator_area_code_day] ON [entered_figure] ([indicator], [area_code], [day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122051003_WholeProvince'
)
BEGIN
    CREATE INDEX [IX_work_item_area_code_kind_id] ON [work_item] ([area_code], [kind], [id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122051003_WholeProvince'
)
BEGIN
    CREATE UNIQUE INDEX [IX_work_item_natural_key] ON [work_item] ([natural_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122051003_WholeProvince'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122051003_WholeProvince', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    ALTER TABLE [plan_version] ADD [effective_on] int NOT NULL DEFAULT 19900101;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    ALTER TABLE [plan_version] ADD [part_of] varchar(5) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    ALTER TABLE [plan] ADD [effective_on] int NOT NULL DEFAULT 19900101;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    ALTER TABLE [plan] ADD [part_of] varchar(5) NOT NULL DEFAULT '';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    ALTER TABLE [entered_figure] ADD [withdrawn_at] bigint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [area_key] (
        [name] varchar(60) NOT NULL,
        [version] int NOT NULL,
        [legal_basis] nvarchar(200) NOT NULL,
        [set_by] nvarchar(200) NOT NULL,
        [recorded_at] bigint NOT NULL,
        [units] int NOT NULL,
        CONSTRAINT [PK_area_key] PRIMARY KEY ([name], [version])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [area_key_share] (
        [name] varchar(60) NOT NULL,
        [version] int NOT NULL,
        [old_code] varchar(5) NOT NULL,
        [effective_on] int NOT NULL,
        [new_code] varchar(5) NOT NULL,
        [numerator] bigint NOT NULL,
        [denominator] bigint NOT NULL,
        CONSTRAINT [PK_area_key_share] PRIMARY KEY ([name], [version], [old_code], [effective_on], [new_code])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [ledger_month] (
        [measure] int NOT NULL,
        [month] int NOT NULL,
        [version] bigint NOT NULL,
        CONSTRAINT [PK_ledger_month] PRIMARY KEY ([measure], [month])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [person_join] (
        [event_id] binary(16) NOT NULL,
        [former] binary(16) NOT NULL,
        [canonical] binary(16) NOT NULL,
        [recorded_at] bigint NOT NULL,
        CONSTRAINT [PK_person_join] PRIMARY KEY ([event_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [plan_breakdown] (
        [indicator] nvarchar(10) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [year] int NOT NULL,
        [must_add_up] bit NOT NULL,
        [effective_on] int NOT NULL,
        [set_by] nvarchar(200) NOT NULL,
        [set_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_plan_breakdown] PRIMARY KEY ([indicator], [area_code], [year])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [quality_finding] (
        [id] binary(16) NOT NULL,
        [rule] varchar(10) NOT NULL,
        [kind] int NOT NULL,
        [rule_text] nvarchar(500) NOT NULL,
        [indicator] nvarchar(10) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [area_on] int NOT NULL,
        [period] varchar(40) NOT NULL,
        [source] varchar(40) NOT NULL,
        [owner] varchar(40) NOT NULL,
        [state] int NOT NULL,
        [message] nvarchar(1000) NOT NULL,
        [values] nvarchar(4000) NOT NULL,
        [reason] nvarchar(500) NOT NULL,
        [found_at] bigint NOT NULL,
        [seen_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_quality_finding] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [report] (
        [id] binary(16) NOT NULL,
        [template] nvarchar(100) NOT NULL,
        [period] varchar(40) NOT NULL,
        [period_to] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [edition] int NOT NULL,
        [is_preliminary] bit NOT NULL,
        [replaces] binary(16) NULL,
        [state] int NOT NULL,
        [created_at] bigint NOT NULL,
        [submitted_on] int NULL,
        [published_at] bigint NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_report] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [report_frozen] (
        [report_id] binary(16) NOT NULL,
        [ordinal] int NOT NULL,
        [data] varbinary(4000) NOT NULL,
        CONSTRAINT [PK_report_frozen] PRIMARY KEY ([report_id], [ordinal])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [report_history] (
        [report_id] binary(16) NOT NULL,
        [ordinal] int NOT NULL,
        [action] int NOT NULL,
        [actor] nvarchar(200) NOT NULL,
        [at] bigint NOT NULL,
        [reason] nvarchar(500) NOT NULL,
        CONSTRAINT [PK_report_history] PRIMARY KEY ([report_id], [ordinal])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [report_question] (
        [report_id] binary(16) NOT NULL,
        [figure] int NOT NULL,
        [ordinal] int NOT NULL,
        [measure] int NOT NULL,
        [from] int NOT NULL,
        [to] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [below] varchar(5) NOT NULL,
        [filters] nvarchar(4000) NOT NULL,
        CONSTRAINT [PK_report_question] PRIMARY KEY ([report_id], [figure], [ordinal])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE TABLE [report_text] (
        [report_id] binary(16) NOT NULL,
        [key] varchar(40) NOT NULL,
        [text] nvarchar(4000) NOT NULL,
        CONSTRAINT [PK_report_text] PRIMARY KEY ([report_id], [key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE INDEX [ix_fact_recorded] ON [fact] ([measure], [area_code], [recorded_at], [day], [dims], [person], [sign], [quantity], [amount_vnd]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE INDEX [IX_quality_finding_area_code_state] ON [quality_finding] ([area_code], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE UNIQUE INDEX [IX_quality_finding_rule_indicator_area_code_period_source] ON [quality_finding] ([rule], [indicator], [area_code], [period], [source]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_report_replaces] ON [report] ([replaces]) WHERE replaces IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE UNIQUE INDEX [IX_report_template_period_area_code_edition] ON [report] ([template], [period], [area_code], [edition]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    CREATE INDEX [IX_report_question_measure_from_to] ON [report_question] ([measure], [from], [to]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    INSERT INTO person_join (event_id, former, canonical, recorded_at) SELECT former, former, canonical, 0 FROM person_alias
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    UPDATE entered_figure SET withdrawn_at = recorded_at WHERE withdrawn_by IS NOT NULL
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    INSERT INTO ledger_month (measure, month, version) SELECT measure, day / 100, 1 FROM cell GROUP BY measure, day / 100
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    UPDATE "plan" SET effective_on = "year" * 10000 + 101
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    UPDATE plan_version SET effective_on = "year" * 10000 + 101
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122155146_IndicatorEngine'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122155146_IndicatorEngine', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122213624_FactsByDay'
)
BEGIN
    DROP INDEX [IX_fact_measure_day_area_code] ON [fact];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122213624_FactsByDay'
)
BEGIN
    DROP INDEX [ix_fact_recorded] ON [fact];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122213624_FactsByDay'
)
BEGIN
    CREATE INDEX [ix_fact_taking_effect] ON [fact] ([measure], [day], [recorded_at], [area_code], [dims], [person], [sign], [quantity], [amount_vnd]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122213624_FactsByDay'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122213624_FactsByDay', N'10.0.14');
END;

COMMIT;
GO

