using System.Globalization;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Surveys.V1;

namespace AnSinh.SurveyedFigures;

/// <summary>Lists figures of the caller's areas, newest first.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
public sealed class ListSurveyedFigures<TDb>(TDb db, AreaDirectory areas, CallerAccessor caller)
    where TDb : ServiceDb
{
    const int ReadAhead = 200;

    /// <summary>Lists a page.</summary>
    /// <exception cref="ServiceKit.Errors.Refusal">INVALID_ARGUMENT with the field.</exception>
    public async Task<Wire.ListSurveyedFiguresResponse> RunAsync(Wire.ListSurveyedFiguresRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var rows = Narrow(db.Set<SurveyedFigure>().AsNoTracking(), request);
        Guid? after = PageToken.Read(request, request.PageToken, parts: 1) is { } token ? Guid.Parse(token[0], CultureInfo.InvariantCulture) : null;
        var response = new Wire.ListSurveyedFiguresResponse();

        // Figures are about areas of any level, so scope is decided figure by figure; a service has a few hundred of them in all.
        while (true)
        {
            var last = after;
            var page = await (last is { } id ? rows.Where(one => one.Id < id) : rows)
                .OrderByDescending(one => one.Id).Take(ReadAhead).ToListAsync(cancellationToken);
            foreach (var figure in page)
            {
                if (!caller.Current.Areas.Covers(areas, figure.AreaCode, figure.Day))
                {
                    continue;
                }

                if (response.Figures.Count == size)
                {
                    response.NextPageToken = PageToken.Make(request, after!.Value.ToString());
                    return response;
                }

                response.Figures.Add(SurveyedFigureMessages.Of(figure, Etag.Of(figure)));
                after = figure.Id;
            }

            if (page.Count < ReadAhead)
            {
                return response;
            }

            after = page[^1].Id;
        }
    }

    static IQueryable<SurveyedFigure> Narrow(IQueryable<SurveyedFigure> rows, Wire.ListSurveyedFiguresRequest request)
    {
        if (request.Indicator.Length > 0)
        {
            rows = rows.Where(one => one.Indicator == request.Indicator);
        }

        if (request.AreaCode.Length > 0)
        {
            rows = rows.Where(one => one.AreaCode == request.AreaCode);
        }

        return request.State == Wire.SurveyedFigureState.Unspecified ? rows : rows.Where(one => one.State == (FigureState)request.State);
    }
}
