namespace AnSinh.AllInOne.Demo.Loaders;

/// <summary>Creates the individual records of one kind through the public APIs, as any client would. Doing it again changes nothing.</summary>
public interface IRecordLoader
{
    /// <summary>Service of the scenario file, such as "merit".</summary>
    string Service { get; }

    /// <summary>Kind of record of the scenario file, such as "dossier".</summary>
    string Record { get; }

    /// <summary>Creates the records of a group; tells <see cref="LoadContext.Advance"/> of each.</summary>
    Task LoadAsync(RecordGroup group, LoadContext context, CancellationToken cancellationToken);
}
