using System.Text;
using AnSinh.Contracts.Events;
using AnSinh.Reporting.Data;
using AnSinh.Reporting.Formulas;
using AnSinh.Reporting.Ledger;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Events;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AnSinh.Reporting.Tests.Engine;

/// <summary>The service's own booking and answering over a host's database, with units of the test's own; begun anew for each history.</summary>
public sealed class EngineUnderTest : IAsyncDisposable
{
    readonly AsyncServiceScope scope;
    readonly UnitOfWork<ReportingDb> unit;
    readonly AreaDirectory areas = new();
    readonly LedgerBooking booking;
    readonly LedgerFigureSource figures;
    readonly EngineDatabase database;
    long lastArea = EngineDatabase.LastOfBeginning;

    EngineUnderTest(EngineDatabase database, AsyncServiceScope scope)
    {
        (this.database, this.scope) = (database, scope);
        var services = scope.ServiceProvider;
        services.GetRequiredService<CallerAccessor>().Current = Caller.Service("test");
        unit = services.GetRequiredService<UnitOfWork<ReportingDb>>();
        // What a store keeps in memory belongs to the ledger of one history.
        var store = (ILedgerStore)Activator.CreateInstance(services.GetRequiredService<ILedgerStore>().GetType())!;
        booking = new LedgerBooking(store, services.GetRequiredService<ParkedEvents>(), areas);
        figures = new LedgerFigureSource(
            services.GetRequiredService<ReportingDb>(),
            store,
            services.GetRequiredService<DimensionSets>(),
            new KeptAnswers(areas),
            // Nearly every area of a history is larger than that; the smallest are read where they stand, and their people counted row by row.
            new KeptMonths(store, areas, Options.Create(new KeptMonthsOptions { FewWindows = 1, CurveAfter = 0 })),
            new ImportedAreas(areas, services.GetRequiredService<ServiceSource<ReportingDb>>()),
            new AreaHistory(areas, new AreaWindows(areas)),
            new PersonJoins(),
            new AnswerKeeping());
    }

    public static async Task<EngineUnderTest> BeginAsync(EngineDatabase database)
    {
        var engine = new EngineUnderTest(database, database.Services.CreateAsyncScope());
        await engine.HurryAsync();
        await engine.unit.RunAsync(
            async (db, token) =>
            {
                await db.Facts.ExecuteDeleteAsync(token);
                await db.Cells.ExecuteDeleteAsync(token);
                await db.Presences.ExecuteDeleteAsync(token);
                await db.Set<LedgerMonthRow>().ExecuteDeleteAsync(token);
                await db.PersonAliases.ExecuteDeleteAsync(token);
                await db.PersonJoins.ExecuteDeleteAsync(token);
                await db.EnteredFigures.ExecuteDeleteAsync(token);
                await db.ParkedEvents.ExecuteDeleteAsync(token);
                await db.EventLog.Where(row => row.Sequence < EngineDatabase.LastOfBeginning).ExecuteDeleteAsync(token);
                return true;
            },
            CancellationToken.None);
        return engine;
    }

    /// <summary>Nothing of a history outlives the test, so its thousands of commits need not reach the disk.</summary>
    async Task HurryAsync()
    {
        var db = scope.ServiceProvider.GetRequiredService<ReportingDb>();
        if (db.Database.IsSqlite())
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF");
        }
    }

    /// <summary>Units are told: in reporting's own log (under numbers that its relay never gives), and to the directory.</summary>
    public Task TellAsync(IReadOnlyList<(int Minute, object Told)> told) => told.Count == 0 ? Task.CompletedTask : unit.RunAsync(
        (db, _) =>
        {
            var units = new List<(AreaUnit, Guid)>();
            var successions = new List<(AreaSuccession, Guid)>();
            foreach (var (minute, one) in told)
            {
                if (minute == AreaStory.Beginning && database.Beginning.TryGetValue((AreaUnit)one, out var known))
                {
                    units.Add(((AreaUnit)one, known));
                    continue;
                }

                var record = one is AreaUnit area ? (object)AreaReplicaStore.ToEvent(area) : AreaReplicaStore.ToEvent((AreaSuccession)one);
                var id = TimeOrderedId.Next(TimeProvider.System);
                db.Add(new EventLogRow
                {
                    Sequence = minute == AreaStory.Beginning ? -1 - database.Beginning.Count : --lastArea,
                    EventId = id,
                    Type = EventTypes.Of(record.GetType()).Name,
                    RecordedAt = EngineEvents.Moment(minute),
                    AreaCode = "",
                    Actor = "tester",
                    TraceParent = "",
                    Data = Encoding.UTF8.GetString(EventTypes.Write(record)),
                });
                if (one is AreaUnit unit)
                {
                    units.Add((unit, id));
                    if (minute == AreaStory.Beginning)
                    {
                        database.Beginning.Add(unit, id);
                    }
                }
                else
                {
                    successions.Add(((AreaSuccession)one, id));
                }
            }

            areas.Merge(units, successions);

            return Task.FromResult(true);
        },
        CancellationToken.None);

    public Task BookAsync(IReadOnlyList<EngineEvent> run) => unit.RunAsync(
        async (db, token) =>
        {
            await booking.BookAsync(db, [.. run.Select(one => new SourcedEvent(one.Source, one.Envelope))], token);
            return true;
        },
        CancellationToken.None);

    public Task<IReadOnlyList<AggregationAnswer>> AnswerAsync(IReadOnlyList<AggregationRequest> requests) => figures.AnswerAsync(requests, CancellationToken.None);

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

/// <summary>A host whose database holds one history after the other.</summary>
/// <param name="services">The host's services.</param>
public sealed class EngineDatabase(IServiceProvider services)
{
    /// <summary>Numbers in the log from -1 down to this one are those of the beginning.</summary>
    public const long LastOfBeginning = -100;

    public IServiceProvider Services => services;

    /// <summary>What is told at the beginning is the same in all histories, so it is told once: the units with their events.</summary>
    public Dictionary<AreaUnit, Guid> Beginning { get; } = [];
}
