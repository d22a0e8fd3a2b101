using Microsoft.EntityFrameworkCore;

namespace AnSinh.SurveyedFigures;

/// <summary>How figures stand in a service's database.</summary>
public static class SurveyedFigureMap
{
    /// <summary>Maps the table; called by the service's context.</summary>
    public static void Apply(ModelBuilder model) => model.Entity<SurveyedFigure>(figure =>
    {
        figure.ToTable("surveyed_figure").HasKey(e => e.Id);
        figure.Property(e => e.Id).ValueGeneratedNever();
        figure.Property(e => e.Indicator).HasMaxLength(10).IsUnicode(false);
        figure.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        figure.Property(e => e.Value).HasMaxLength(20).IsUnicode(false);
        figure.Property(e => e.WithdrawnBecause).HasMaxLength(500);
        figure.HasIndex(e => new { e.Indicator, e.AreaCode, e.Day });
    });
}
