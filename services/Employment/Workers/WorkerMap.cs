using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.Employment.Workers;

/// <summary>How workers stand in the database.</summary>
static class WorkerMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<Worker>(worker =>
        {
            worker.ToTable("worker").HasKey(e => e.Id);
            worker.Property(e => e.Id).ValueGeneratedNever();
            worker.Property(e => e.PersonKey).HasMaxLength(22).IsUnicode(false);
            worker.Property(e => e.SealedNumber).HasMaxLength(100);
            worker.Property(e => e.FullName).HasMaxLength(100);
            worker.Property(e => e.Birth).HasConversion(date => date!.Value.Number, number => new PartialDate(number));
            worker.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
            worker.Property(e => e.OccupationCode).HasMaxLength(5).IsUnicode(false);
            worker.HasIndex(e => e.PersonKey).IsUnique();
            worker.HasIndex(e => e.AreaCode);
        });
        model.Entity<WorkerIdentifier>(former =>
        {
            former.ToTable("worker_identifier").HasKey(e => e.Id);
            former.Property(e => e.Id).ValueGeneratedNever();
            former.Property(e => e.PersonKey).HasMaxLength(22).IsUnicode(false);
            former.Property(e => e.SealedNumber).HasMaxLength(100);
            former.Property(e => e.ReplacedBecause).HasMaxLength(500);
            former.HasIndex(e => e.PersonKey);
            former.HasIndex(e => e.WorkerId);
        });
    }
}
