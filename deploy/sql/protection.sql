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
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [approval_threshold] (
        [id] binary(16) NOT NULL,
        [scheme] varchar(40) NOT NULL,
        [applied_from] int NOT NULL,
        [amount_vnd] bigint NOT NULL,
        [approvals] int NOT NULL,
        [legal_basis] nvarchar(100) NOT NULL,
        [entered_by] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_approval_threshold] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
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
    WHERE [MigrationId] = N'20261122053324_Initial'
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
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [assistance_application] (
        [id] binary(16) NOT NULL,
        [person_id] binary(16) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [applied_on] int NOT NULL,
        [sealed_facts] varbinary(400) NOT NULL,
        [findings] varchar(400) NOT NULL,
        [state] int NOT NULL,
        [reason] nvarchar(200) NOT NULL,
        [ended_on] int NULL,
        [created_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_assistance_application] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
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
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [benefit_rate] (
        [id] binary(16) NOT NULL,
        [scheme] varchar(40) NOT NULL,
        [category] nvarchar(40) NOT NULL,
        [report_category] nvarchar(20) NOT NULL,
        [kind] int NOT NULL,
        [value] bigint NOT NULL,
        [province_code] varchar(2) NOT NULL,
        [signed_on] int NOT NULL,
        [in_force_on] int NOT NULL,
        [applied_from] int NOT NULL,
        [applied_to] int NULL,
        [legal_basis] nvarchar(100) NOT NULL,
        [confirmed] bit NOT NULL,
        [entered_by] nvarchar(200) NOT NULL,
        [entered_at] bigint NOT NULL,
        [confirmed_by] nvarchar(200) NULL,
        [confirmed_at] bigint NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_benefit_rate] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [entitlement] (
        [id] binary(16) NOT NULL,
        [natural_key] binary(32) NOT NULL,
        [scheme] varchar(40) NOT NULL,
        [person_id] binary(16) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [area_on] int NOT NULL,
        [category] nvarchar(40) NOT NULL,
        [report_category] nvarchar(20) NOT NULL,
        [multiplier] int NOT NULL,
        [fixed_amount_vnd] bigint NULL,
        [start_month] int NOT NULL,
        [end_month] int NULL,
        [payable_from] int NOT NULL,
        [settled_through] int NOT NULL,
        [compared_at] bigint NULL,
        [suspended_from] int NULL,
        [state] int NOT NULL,
        [channel] int NOT NULL,
        [sealed_account] varbinary(150) NULL,
        [decision_no] nvarchar(50) NOT NULL,
        [reason] nvarchar(500) NOT NULL,
        [told_by] binary(16) NOT NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_entitlement] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
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
    WHERE [MigrationId] = N'20261122053324_Initial'
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
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [household] (
        [id] binary(16) NOT NULL,
        [natural_key] binary(32) NOT NULL,
        [survey_id] binary(16) NOT NULL,
        [household_no] nvarchar(40) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [in_force_from] int NOT NULL,
        [settlement] int NOT NULL,
        [size] int NOT NULL,
        [income_per_head_vnd] bigint NOT NULL,
        [answers] int NOT NULL,
        [class] int NOT NULL,
        CONSTRAINT [PK_household] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [household_member] (
        [household_id] binary(16) NOT NULL,
        [person_id] binary(16) NOT NULL,
        [person_key] varchar(22) NOT NULL,
        CONSTRAINT [PK_household_member] PRIMARY KEY ([household_id], [person_id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [housing_support] (
        [id] binary(16) NOT NULL,
        [natural_key] binary(32) NOT NULL,
        [beneficiary] int NOT NULL,
        [person_id] binary(16) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [fund] nvarchar(60) NOT NULL,
        [work] int NOT NULL,
        [amount_vnd] bigint NOT NULL,
        [started_on] int NOT NULL,
        [completed_on] int NULL,
        [state] int NOT NULL,
        [reason] nvarchar(200) NOT NULL,
        [told_by] binary(16) NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_housing_support] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
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
    WHERE [MigrationId] = N'20261122053324_Initial'
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
    WHERE [MigrationId] = N'20261122053324_Initial'
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
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [payment_line] (
        [run_id] binary(16) NOT NULL,
        [line_no] int NOT NULL,
        [entitlement_id] binary(16) NOT NULL,
        [person_key] varchar(22) NOT NULL,
        [payee] nvarchar(100) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [category] nvarchar(40) NOT NULL,
        [report_category] nvarchar(20) NOT NULL,
        [first_month] int NOT NULL,
        [last_month] int NOT NULL,
        [months] int NOT NULL,
        [settled_before] int NOT NULL,
        [amount_vnd] bigint NOT NULL,
        [back_pay_vnd] bigint NOT NULL,
        [channel] int NOT NULL,
        [sealed_account] varbinary(150) NULL,
        [state] int NOT NULL,
        [paid_on] int NULL,
        [reported_vnd] bigint NULL,
        [reason] nvarchar(500) NULL,
        CONSTRAINT [PK_payment_line] PRIMARY KEY ([run_id], [line_no])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [payment_month] (
        [run_id] binary(16) NOT NULL,
        [line_no] int NOT NULL,
        [month] int NOT NULL,
        [entitlement_id] binary(16) NOT NULL,
        [amount_vnd] bigint NOT NULL,
        [counts] bit NOT NULL,
        CONSTRAINT [PK_payment_month] PRIMARY KEY ([run_id], [line_no], [month])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [payment_run] (
        [id] binary(16) NOT NULL,
        [scheme] varchar(40) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [month] int NOT NULL,
        [state] int NOT NULL,
        [lines] int NOT NULL,
        [amount_vnd] bigint NOT NULL,
        [back_pay_vnd] bigint NOT NULL,
        [left_out] int NOT NULL,
        [overpaid_vnd] bigint NOT NULL,
        [paid_lines] int NOT NULL,
        [paid_vnd] bigint NOT NULL,
        [unpaid_lines] int NOT NULL,
        [approvals_required] int NOT NULL,
        [prepared_by] nvarchar(200) NOT NULL,
        [approved_by] nvarchar(200) NULL,
        [second_approved_by] nvarchar(200) NULL,
        [cancel_reason] nvarchar(500) NOT NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_payment_run] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
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
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [poverty_list] (
        [id] binary(16) NOT NULL,
        [survey_id] binary(16) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [in_force_from] int NOT NULL,
        [decision_no] nvarchar(100) NOT NULL,
        [approved_on] int NOT NULL,
        [approved_by] nvarchar(200) NOT NULL,
        [poor] bigint NOT NULL,
        [near_poor] bigint NOT NULL,
        [average] bigint NOT NULL,
        [above_average] bigint NOT NULL,
        CONSTRAINT [PK_poverty_list] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [poverty_survey] (
        [id] binary(16) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [in_force_from] int NOT NULL,
        [standard] varchar(20) NOT NULL,
        [created_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_poverty_survey] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [recovery] (
        [id] binary(16) NOT NULL,
        [scheme] varchar(40) NOT NULL,
        [entitlement_id] binary(16) NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [area_on] int NOT NULL,
        [amount_vnd] bigint NOT NULL,
        [received_vnd] bigint NOT NULL,
        [waived_vnd] bigint NOT NULL,
        [cause] int NOT NULL,
        [decision_no] nvarchar(50) NOT NULL,
        [assessed_on] int NOT NULL,
        [created_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_recovery] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [recovery_entry] (
        [id] binary(16) NOT NULL,
        [recovery_id] binary(16) NOT NULL,
        [amount_vnd] bigint NOT NULL,
        [waived] bit NOT NULL,
        [day] int NOT NULL,
        [basis] nvarchar(500) NOT NULL,
        [actor] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_recovery_entry] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
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
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [return_file] (
        [id] binary(16) NOT NULL,
        [run_id] binary(16) NOT NULL,
        [hash] binary(32) NOT NULL,
        [file_name] nvarchar(200) NOT NULL,
        [lines] int NOT NULL,
        [counts] varchar(300) NOT NULL,
        [imported_by] nvarchar(200) NOT NULL,
        [imported_at] bigint NOT NULL,
        CONSTRAINT [PK_return_file] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [return_problem] (
        [file_id] binary(16) NOT NULL,
        [file_line] int NOT NULL,
        [line_no] int NOT NULL,
        [state] int NOT NULL,
        [listed_vnd] bigint NOT NULL,
        [reported_vnd] bigint NOT NULL,
        CONSTRAINT [PK_return_problem] PRIMARY KEY ([file_id], [file_line])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [support_entry] (
        [id] binary(16) NOT NULL,
        [natural_key] binary(32) NOT NULL,
        [programme_id] binary(16) NOT NULL,
        [group_code] varchar(40) NOT NULL,
        [person_id] binary(16) NULL,
        [person_key] varchar(22) NOT NULL,
        [business_name] nvarchar(200) NOT NULL,
        [tax_code] varchar(14) NOT NULL,
        [amount_vnd] bigint NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [declared_on] int NOT NULL,
        [declared_by] nvarchar(200) NOT NULL,
        [state] int NOT NULL,
        [decision_no] nvarchar(100) NOT NULL,
        [approved_on] int NULL,
        [approved_by] nvarchar(200) NOT NULL,
        [delivered_on] int NULL,
        [reason] nvarchar(200) NOT NULL,
        [created_at] bigint NOT NULL,
        [updated_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_support_entry] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [support_programme] (
        [id] binary(16) NOT NULL,
        [code] varchar(40) NOT NULL,
        [display_name] nvarchar(60) NOT NULL,
        [kind] int NOT NULL,
        [area_code] varchar(5) NOT NULL,
        [legal_basis] nvarchar(200) NOT NULL,
        [from_date] int NOT NULL,
        [to_date] int NULL,
        [created_at] bigint NOT NULL,
        [version] int NOT NULL,
        CONSTRAINT [PK_support_programme] PRIMARY KEY ([id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE TABLE [support_programme_group] (
        [programme_id] binary(16) NOT NULL,
        [code] varchar(40) NOT NULL,
        [ordinal] int NOT NULL,
        [recipient] int NOT NULL,
        [ceiling_vnd] bigint NOT NULL,
        [levels] varchar(400) NOT NULL,
        [count_people] bit NOT NULL,
        CONSTRAINT [PK_support_programme_group] PRIMARY KEY ([programme_id], [code]),
        CONSTRAINT [FK_support_programme_group_support_programme_programme_id] FOREIGN KEY ([programme_id]) REFERENCES [support_programme] ([id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_approval_threshold_scheme_applied_from] ON [approval_threshold] ([scheme], [applied_from]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_assistance_application_area_code_applied_on] ON [assistance_application] ([area_code], [applied_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_assistance_application_person_id_applied_on] ON [assistance_application] ([person_id], [applied_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_benefit_rate_scheme_category_kind_province_code_applied_from_legal_basis] ON [benefit_rate] ([scheme], [category], [kind], [province_code], [applied_from], [legal_basis]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_entitlement_natural_key] ON [entitlement] ([natural_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_entitlement_person_id] ON [entitlement] ([person_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_entitlement_scheme_area_code] ON [entitlement] ([scheme], [area_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_event_log_subject_sequence] ON [event_log] ([subject], [sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_household_natural_key] ON [household] ([natural_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_household_survey_id_area_code_class] ON [household] ([survey_id], [area_code], [class]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_housing_support_area_code_started_on] ON [housing_support] ([area_code], [started_on]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_housing_support_natural_key] ON [housing_support] ([natural_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_idempotency_answered_at] ON [idempotency] ([answered_at]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_payment_month_entitlement_id] ON [payment_month] ([entitlement_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_payment_run_scheme_month] ON [payment_run] ([scheme], [month]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_person_area_code] ON [person] ([area_code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_person_identity_key] ON [person] ([identity_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_person_person_key] ON [person] ([person_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_poverty_list_area_code_in_force_from] ON [poverty_list] ([area_code], [in_force_from]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_poverty_list_survey_id] ON [poverty_list] ([survey_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_poverty_survey_area_code_in_force_from] ON [poverty_survey] ([area_code], [in_force_from]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_recovery_entitlement_id] ON [recovery] ([entitlement_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_recovery_entry_recovery_id] ON [recovery_entry] ([recovery_id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_return_file_run_id_hash] ON [return_file] ([run_id], [hash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_support_entry_natural_key] ON [support_entry] ([natural_key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE INDEX [IX_support_entry_programme_id_area_code_state] ON [support_entry] ([programme_id], [area_code], [state]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_support_programme_code] ON [support_programme] ([code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122053324_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122053324_Initial', N'10.0.14');
END;

COMMIT;
GO

