using System.Globalization;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using AnSinh.VocationalTraining.Data;
using AnSinh.VocationalTraining.Institutions;
using AnSinh.VocationalTraining.Programmes;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Training.V1;

namespace AnSinh.VocationalTraining.Enrolments;

/// <summary>Lists enrolments of the caller's areas, the latest day first, in pages by sort key.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who asks.</param>
/// <param name="messages">Enrolments as messages.</param>
public sealed class ListEnrolments(TrainingDb db, AreaDirectory areas, CallerAccessor caller, EnrolmentMessages messages)
{
    /// <summary>Lists a page.</summary>
    /// <exception cref="Refusal">INVALID_ARGUMENT with the field; PERMISSION_DENIED <c>area.out_of_scope</c>.</exception>
    public async Task<Wire.ListEnrolmentsResponse> RunAsync(Wire.ListEnrolmentsRequest request, CancellationToken cancellationToken)
    {
        var size = PageSize.Of(request.PageSize);
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = Narrow(filter.Apply(db.Enrolments.AsNoTracking(), one => one.AreaCode, one => one.EnrolledOn), request);
        if (PageToken.Read(request, request.PageToken, parts: 2) is { } after)
        {
            var id = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            var day = DateOnly.ParseExact(after[1], "O", CultureInfo.InvariantCulture);
            rows = rows.Where(one => one.EnrolledOn < day || (one.EnrolledOn == day && one.Id < id));
        }

        var page = await rows.OrderByDescending(one => one.EnrolledOn).ThenByDescending(one => one.Id).Take(size + 1)
            .Join(db.People.AsNoTracking(), one => one.PersonId, person => person.Id, (enrolment, trainee) => new { enrolment, trainee })
            .OrderByDescending(one => one.enrolment.EnrolledOn).ThenByDescending(one => one.enrolment.Id)
            .ToListAsync(cancellationToken);
        var response = new Wire.ListEnrolmentsResponse();
        response.Enrolments.AddRange(page.Take(size).Select(one => messages.ForQuery(one.enrolment, one.trainee)));
        if (page.Count > size)
        {
            var last = page[size - 1].enrolment;
            response.NextPageToken = PageToken.Make(request, last.Id.ToString(), last.EnrolledOn.ToString("O", CultureInfo.InvariantCulture));
        }

        return response;
    }

    static IQueryable<Enrolment> Narrow(IQueryable<Enrolment> rows, Wire.ListEnrolmentsRequest request)
    {
        if (request.Institution.Length > 0)
        {
            var institution = ResourceName.Parse(InstitutionMessages.Collection, request.Institution, "institution");
            rows = rows.Where(one => one.InstitutionId == institution);
        }

        if (request.Level != Wire.TrainingLevel.Unspecified)
        {
            rows = rows.Where(one => one.Level == (TrainingLevel)request.Level);
        }

        if (WireDate.ToDay(request.EnrolledFrom, "enrolled_from") is { } from)
        {
            rows = rows.Where(one => one.EnrolledOn >= from);
        }

        if (WireDate.ToDay(request.EnrolledTo, "enrolled_to") is { } to)
        {
            rows = rows.Where(one => one.EnrolledOn <= to);
        }

        return request.State == Wire.EnrolmentState.Unspecified
            ? rows.Where(one => one.State != EnrolmentState.Voided)
            : rows.Where(one => one.State == (EnrolmentState)request.State);
    }
}
