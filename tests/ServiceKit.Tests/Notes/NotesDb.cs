using AnSinh.ServiceKit.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Tests.Notes;

public abstract class NotesDb(DbContextOptions options) : ServiceDb(options)
{
    public DbSet<Note> Notes => Set<Note>();

    public DbSet<Booking> Bookings => Set<Booking>();

    protected override void MapTables(ModelBuilder model)
    {
        model.Entity<Note>(note =>
        {
            note.ToTable("note").HasKey(e => e.Id);
            note.HasIndex(e => e.Title).IsUnique();
        });
        model.Entity<Booking>().ToTable("booking").HasKey(e => e.Id);
    }
}

public sealed class NotesSqliteDb(DbContextOptions<NotesSqliteDb> options) : NotesDb(options)
{
    /// <summary>A context on a file, without a host.</summary>
    public static NotesSqliteDb Open(string path) => new(new DbContextOptionsBuilder<NotesSqliteDb>().UseSqlite($"Data Source={path}").Options);
}

public sealed class NotesSqlServerDb(DbContextOptions<NotesSqlServerDb> options) : NotesDb(options);
