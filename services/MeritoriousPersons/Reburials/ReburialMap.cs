using Microsoft.EntityFrameworkCore;

namespace AnSinh.MeritoriousPersons.Reburials;

/// <summary>How reburials stand in the database.</summary>
static class ReburialMap
{
    public static void Apply(ModelBuilder model) => model.Entity<Reburial>(reburial =>
    {
        reburial.ToTable("reburial").HasKey(e => e.Id);
        reburial.Property(e => e.Id).ValueGeneratedNever();
        reburial.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        reburial.Property(e => e.MartyrName).HasMaxLength(ReburialRules.LongestName);
        reburial.Property(e => e.Cemetery).HasMaxLength(ReburialRules.LongestName);
        reburial.Property(e => e.Grave).HasMaxLength(ReburialRules.LongestGrave);
        reburial.Property(e => e.VoidReason).HasMaxLength(500);
        reburial.HasIndex(e => new { e.Cemetery, e.AreaCode, e.Grave }).IsUnique().HasFilter("is_voided = 0 AND grave IS NOT NULL");
        reburial.HasIndex(e => new { e.ReburiedOn, e.Id });
    });
}
