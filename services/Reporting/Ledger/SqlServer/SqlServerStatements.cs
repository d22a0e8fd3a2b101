namespace AnSinh.Reporting.Ledger.SqlServer;

/// <summary>The ledger's T-SQL. Lists come as JSON arrays of arrays in <c>@rows</c>; keys of 16 bytes as hexadecimal digits.</summary>
static class SqlServerStatements
{
    /// <summary>
    /// Back to the usual isolation: that of a transaction stays with its connection, and whoever gets it from the pool next would write
    /// under it and meet conflicts (error 3960).
    /// </summary>
    public const string LeaveSnapshot = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED;";

    /// <summary>Inserts facts whose key is missing; answers with the keys inserted.</summary>
    public const string InsertFacts = """
        INSERT INTO fact (event_id, ordinal, measure, day, area_code, dims, person, quantity, amount_vnd, sign, recorded_at, source, sequence, subject, reverses_event_id)
        OUTPUT inserted.event_id, inserted.ordinal
        SELECT event_id, ordinal, measure, day, area_code, dims, person, quantity, amount_vnd, sign, recorded_at, source, sequence, subject, reverses_event_id
        FROM (
            SELECT CONVERT(binary(16), j.event_id, 2) AS event_id, j.ordinal, j.measure, j.day, j.area_code, j.dims, CONVERT(binary(16), j.person, 2) AS person,
                j.quantity, j.amount_vnd, j.sign, j.recorded_at, j.source, j.sequence, CONVERT(binary(16), j.subject, 2) AS subject,
                CONVERT(binary(16), j.reverses, 2) AS reverses_event_id,
                ROW_NUMBER() OVER (PARTITION BY j.event_id, j.ordinal ORDER BY j.sequence) AS twin
            FROM OPENJSON(@rows) WITH (
                event_id char(32) '$[0]', ordinal int '$[1]', measure int '$[2]', day int '$[3]', area_code varchar(5) '$[4]', dims bigint '$[5]', person char(32) '$[6]',
                quantity bigint '$[7]', amount_vnd bigint '$[8]', sign int '$[9]', recorded_at bigint '$[10]', source varchar(40) '$[11]', sequence bigint '$[12]',
                subject char(32) '$[13]', reverses char(32) '$[14]') AS j) AS r
        WHERE r.twin = 1 AND NOT EXISTS (SELECT 1 FROM fact AS f WITH (UPDLOCK, HOLDLOCK) WHERE f.event_id = r.event_id AND f.ordinal = r.ordinal)
        ORDER BY r.event_id, r.ordinal;
        """;

    /// <summary>Inserts combinations that are missing; answers with the texts of all that were given.</summary>
    public const string AddSets = """
        DECLARE @set TABLE ("key" bigint PRIMARY KEY, text nvarchar(400) NOT NULL);
        INSERT INTO @set SELECT "key", text FROM OPENJSON(@rows) WITH ("key" bigint '$[0]', text nvarchar(400) '$[1]');
        INSERT INTO dimension_set ("key", text)
        SELECT s."key", s.text FROM @set AS s WHERE NOT EXISTS (SELECT 1 FROM dimension_set AS d WITH (UPDLOCK, HOLDLOCK) WHERE d."key" = s."key") ORDER BY s."key";
        SELECT d."key", d.text FROM @set AS s JOIN dimension_set AS d ON d."key" = s."key";
        """;

    /// <summary>Adds deltas to cells.</summary>
    public const string AddToCells = """
        CREATE TABLE #cell (measure int, area_code varchar(5) COLLATE DATABASE_DEFAULT, day int, dims bigint, n bigint, quantity bigint, amount_vnd bigint,
            PRIMARY KEY (measure, area_code, day, dims));
        INSERT INTO #cell SELECT measure, area_code, day, dims, n, quantity, amount_vnd FROM OPENJSON(@rows) WITH (
            measure int '$[0]', area_code varchar(5) '$[1]', day int '$[2]', dims bigint '$[3]', n bigint '$[4]', quantity bigint '$[5]', amount_vnd bigint '$[6]');
        UPDATE c SET c."count" = c."count" + s.n, c.quantity = c.quantity + s.quantity, c.amount_vnd = c.amount_vnd + s.amount_vnd
        FROM cell AS c WITH (UPDLOCK, HOLDLOCK) JOIN #cell AS s ON c.measure = s.measure AND c.area_code = s.area_code AND c.day = s.day AND c.dims = s.dims;
        INSERT INTO cell (measure, area_code, day, dims, "count", quantity, amount_vnd)
        SELECT s.measure, s.area_code, s.day, s.dims, s.n, s.quantity, s.amount_vnd FROM #cell AS s
        WHERE NOT EXISTS (SELECT 1 FROM cell AS c WITH (UPDLOCK, HOLDLOCK) WHERE c.measure = s.measure AND c.area_code = s.area_code AND c.day = s.day AND c.dims = s.dims)
        ORDER BY s.measure, s.area_code, s.day, s.dims;
        DROP TABLE #cell;
        """;

    /// <summary>Adds deltas to presences, and removes those that came to nothing.</summary>
    public const string AddToPresences = """
        CREATE TABLE #presence (measure int, area_code varchar(5) COLLATE DATABASE_DEFAULT, day int, dims bigint, person binary(16), n bigint,
            PRIMARY KEY (measure, area_code, day, dims, person));
        INSERT INTO #presence SELECT measure, area_code, day, dims, CONVERT(binary(16), person, 2), n FROM OPENJSON(@rows) WITH (
            measure int '$[0]', area_code varchar(5) '$[1]', day int '$[2]', dims bigint '$[3]', person char(32) '$[4]', n bigint '$[5]');
        UPDATE p SET p."count" = p."count" + s.n FROM presence AS p WITH (UPDLOCK, HOLDLOCK)
        JOIN #presence AS s ON p.measure = s.measure AND p.area_code = s.area_code AND p.day = s.day AND p.dims = s.dims AND p.person = s.person;
        INSERT INTO presence (measure, area_code, day, dims, person, "count")
        SELECT s.measure, s.area_code, s.day, s.dims, s.person, s.n FROM #presence AS s
        WHERE NOT EXISTS (SELECT 1 FROM presence AS p WITH (UPDLOCK, HOLDLOCK)
            WHERE p.measure = s.measure AND p.area_code = s.area_code AND p.day = s.day AND p.dims = s.dims AND p.person = s.person)
        ORDER BY s.measure, s.area_code, s.day, s.dims, s.person;
        DELETE p FROM presence AS p
        JOIN #presence AS s ON p.measure = s.measure AND p.area_code = s.area_code AND p.day = s.day AND p.dims = s.dims AND p.person = s.person
        WHERE s.n < 0 AND p."count" = 0;
        DROP TABLE #presence;
        """;

    /// <summary>Notes that months of measures have changed.</summary>
    public const string ChangeMonths = """
        CREATE TABLE #month (measure int, month int, PRIMARY KEY (measure, month));
        INSERT INTO #month SELECT measure, month FROM OPENJSON(@rows) WITH (measure int '$[0]', month int '$[1]');
        UPDATE m SET m.version = m.version + 1 FROM ledger_month AS m WITH (UPDLOCK, HOLDLOCK) JOIN #month AS s ON m.measure = s.measure AND m.month = s.month;
        INSERT INTO ledger_month (measure, month, version)
        SELECT s.measure, s.month, 1 FROM #month AS s
        WHERE NOT EXISTS (SELECT 1 FROM ledger_month AS m WITH (UPDLOCK, HOLDLOCK) WHERE m.measure = s.measure AND m.month = s.month)
        ORDER BY s.measure, s.month;
        DROP TABLE #month;
        """;

    /// <summary>Sums a measure's cells in windows by combination and day.</summary>
    public const string ScanCells = $"""
        SELECT c.dims, c.day, SUM(c."count"), SUM(c.quantity), SUM(c.amount_vnd)
        FROM {Windows} JOIN cell AS c ON c.measure = @measure AND c.area_code = w.area_code AND c.day BETWEEN w.first_day AND w.last_day
        GROUP BY c.dims, c.day;
        """;

    /// <summary>Sums a measure's cells in windows by combination.</summary>
    public const string SumCells = $"""
        SELECT c.dims, SUM(c."count"), SUM(c.quantity), SUM(c.amount_vnd)
        FROM {Windows} JOIN cell AS c ON c.measure = @measure AND c.area_code = w.area_code AND c.day BETWEEN w.first_day AND w.last_day
        GROUP BY c.dims;
        """;

    /// <summary>Reads a measure's presences in windows, each person under the key of the events.</summary>
    public const string ScanPresences = $"""
        SELECT p.dims, p.day, p.person, p."count", p.area_code
        FROM {Windows} JOIN presence AS p ON p.measure = @measure AND p.area_code = w.area_code AND p.day BETWEEN w.first_day AND w.last_day;
        """;

    /// <summary>Reads a measure's presences of all areas, each person under the key of the events.</summary>
    public const string ScanAllPresences = """
        SELECT p.dims, p.day, p.person, p."count", p.area_code FROM presence AS p WHERE p.measure = @measure AND p.day BETWEEN @from AND @to;
        """;

    /// <summary>Reads a measure's facts that were recorded after a moment.</summary>
    public const string ScanLater = """
        SELECT f.recorded_at, f.area_code, f.day, f.dims, f.person, f.sign, f.quantity, f.amount_vnd
        FROM fact AS f WHERE f.measure = @measure AND f.day BETWEEN @from AND @to AND f.recorded_at > @after;
        """;

    const string Windows = "OPENJSON(@windows) WITH (area_code varchar(5) '$[0]', first_day int '$[1]', last_day int '$[2]') AS w";
}
