using AnSinh.ServiceKit.Areas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>The tables that every service has.</summary>
static class KitModel
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<OutboxRow>(row =>
        {
            row.ToTable("outbox").HasKey(e => e.EventId);
            MapEvent(row);
        });
        model.Entity<EventLogRow>(row =>
        {
            row.ToTable("event_log").HasKey(e => e.Sequence);
            row.Property(e => e.Sequence).ValueGeneratedNever();
            row.HasIndex(e => new { e.Subject, e.Sequence });
            MapEvent(row);
        });
        model.Entity<RelayStateRow>(row =>
        {
            row.ToTable("relay_state").HasKey(e => e.Id);
            row.Property(e => e.Id).ValueGeneratedNever();
        });
        model.Entity<ParkedRunRow>(row =>
        {
            row.ToTable("parked_run").HasKey(e => e.FirstSequence);
            row.Property(e => e.FirstSequence).ValueGeneratedNever();
            row.Property(e => e.Error).HasMaxLength(2000);
        });
        model.Entity<IdempotencyRow>(row =>
        {
            row.ToTable("idempotency").HasKey(e => e.Key);
            row.Property(e => e.Key).HasColumnType("binary(32)");
            row.Property(e => e.RequestHash).HasColumnType("binary(32)");
            row.HasIndex(e => e.AnsweredAt);
        });
        model.Entity<AuditRow>().ToTable("audit").HasKey(e => e.Id);
        model.Entity<FeedPositionRow>().ToTable("feed_position").HasKey(e => new { e.Consumer, e.Source });
        model.Entity<AreaUnitRow>().ToTable("area_unit").HasKey(e => new { e.Code, e.ValidFrom });
        model.Entity<AreaSuccessionRow>().ToTable("area_succession").HasKey(e => new { e.OldCode, e.NewCode, e.EffectiveOn });
        foreach (var property in model.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    static void MapEvent<TRow>(EntityTypeBuilder<TRow> row)
        where TRow : EventRow
    {
        row.Property(e => e.EventId).ValueGeneratedNever();
        row.Property(e => e.AreaCode).HasMaxLength(5);
        row.Property(e => e.Data).HasMaxLength(EventRow.LongestData);
    }

    /// <summary>snake_case of a member name, for tables that people query by hand.</summary>
    internal static string SnakeCase(string name) => string.Concat(name.Select((letter, index) =>
        char.IsUpper(letter) && index > 0 ? "_" + char.ToLowerInvariant(letter) : char.ToLowerInvariant(letter).ToString()));
}
