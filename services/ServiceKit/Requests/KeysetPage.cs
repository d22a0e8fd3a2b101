using System.Globalization;
using AnSinh.ServiceKit.Errors;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;

namespace AnSinh.ServiceKit.Requests;

/// <summary>A page of a list.</summary>
/// <param name="Rows">The rows, at most as many as asked for.</param>
/// <param name="NextPageToken">Where the next page begins; empty for the last page.</param>
public sealed record KeysetPage<TRow>(IReadOnlyList<TRow> Rows, string NextPageToken);

/// <summary>
/// Pages of records in the order of their keys, which is the order in which they were made. The list's request says <c>page_size</c> and
/// <c>page_token</c>; one row more than asked for tells whether another page follows.
/// </summary>
public static class KeysetPages
{
    /// <summary>A page with the latest made first.</summary>
    /// <param name="rows">The records that pass the request's filters, of an entity with the key <c>Id</c>.</param>
    /// <param name="request">List request.</param>
    /// <param name="id">Key of a row.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="Refusal">INVALID_ARGUMENT <c>page_size.invalid</c>, <c>page_token.invalid</c>.</exception>
    public static Task<KeysetPage<TRow>> LatestFirstAsync<TRow>(
        this IQueryable<TRow> rows, IMessage request, Func<TRow, Guid> id, CancellationToken cancellationToken)
        where TRow : class => ReadAsync(
            (Position(request) is { } last ? rows.Where(one => EF.Property<Guid>(one, "Id") < last) : rows).OrderByDescending(one => EF.Property<Guid>(one, "Id")),
            request, id, cancellationToken);

    /// <summary>A page with the first made first.</summary>
    /// <inheritdoc cref="LatestFirstAsync"/>
    public static Task<KeysetPage<TRow>> FirstMadeFirstAsync<TRow>(
        this IQueryable<TRow> rows, IMessage request, Func<TRow, Guid> id, CancellationToken cancellationToken)
        where TRow : class => ReadAsync(
            (Position(request) is { } last ? rows.Where(one => EF.Property<Guid>(one, "Id") > last) : rows).OrderBy(one => EF.Property<Guid>(one, "Id")),
            request, id, cancellationToken);

    static async Task<KeysetPage<TRow>> ReadAsync<TRow>(IQueryable<TRow> ordered, IMessage request, Func<TRow, Guid> id, CancellationToken cancellationToken)
    {
        var size = PageSize.Of((int)Field(request, "page_size"));
        var read = await ordered.Take(size + 1).ToListAsync(cancellationToken);
        return read.Count > size
            ? new KeysetPage<TRow>(read.GetRange(0, size), PageToken.Make(request, id(read[size - 1]).ToString()))
            : new KeysetPage<TRow>(read, "");
    }

    static Guid? Position(IMessage request) =>
        PageToken.Read(request, (string)Field(request, "page_token"), parts: 1) is { } after ? Guid.Parse(after[0], CultureInfo.InvariantCulture) : null;

    // Every List request has both fields; a contract test sees to it.
    static object Field(IMessage request, string name) => request.Descriptor.FindFieldByName(name).Accessor.GetValue(request);
}
