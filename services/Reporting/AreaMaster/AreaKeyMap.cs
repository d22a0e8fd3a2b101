using Microsoft.EntityFrameworkCore;

namespace AnSinh.Reporting.AreaMaster;

/// <summary>Maps the tables of keys.</summary>
static class AreaKeyMap
{
    public static void Apply(ModelBuilder model)
    {
        model.Entity<AreaKeyVersion>(version =>
        {
            version.ToTable("area_key").HasKey(row => new { row.Name, row.Version });
            version.Property(row => row.Name).HasMaxLength(AreaKeyVersion.LongestName).IsUnicode(false);
        });
        model.Entity<AreaKeyShare>(share =>
        {
            share.ToTable("area_key_share").HasKey(row => new { row.Name, row.Version, row.OldCode, row.EffectiveOn, row.NewCode });
            share.Property(row => row.Name).HasMaxLength(AreaKeyVersion.LongestName).IsUnicode(false);
            share.Property(row => row.OldCode).HasMaxLength(5).IsUnicode(false);
            share.Property(row => row.NewCode).HasMaxLength(5).IsUnicode(false);
        });
    }
}
