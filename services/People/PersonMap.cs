using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.People;

/// <summary>How people stand in a service's database.</summary>
public static class PersonMap
{
    /// <summary>Maps the table <c>person</c>.</summary>
    public static void Apply(ModelBuilder model) => model.Entity<Person>(person =>
    {
        person.ToTable("person").HasKey(e => e.Id);
        person.Property(e => e.Id).ValueGeneratedNever();
        person.Property(e => e.PersonKey).HasMaxLength(22).IsUnicode(false);
        person.Property(e => e.IdentityKey).HasColumnType("binary(32)");
        person.Property(e => e.SealedNumber).HasMaxLength(100);
        person.Property(e => e.FullName).HasMaxLength(100);
        person.Property(e => e.Birth).HasConversion(date => date!.Value.Number, number => new PartialDate(number));
        person.Property(e => e.AreaCode).HasMaxLength(5).IsUnicode(false);
        person.Ignore(e => e.ShortName);
        person.HasIndex(e => e.PersonKey).IsUnique();
        person.HasIndex(e => e.IdentityKey).IsUnique();
        person.HasIndex(e => e.AreaCode);
    });
}
