using System.Globalization;
using AnSinh.Employment.Data;
using AnSinh.ServiceKit.Areas;
using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Persistence;
using AnSinh.ServiceKit.Requests;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Wire = AnSinh.Contracts.Employment.V1;

namespace AnSinh.Employment.Employers;

/// <summary>The gRPC face of employers.</summary>
/// <param name="db">The scope's database.</param>
/// <param name="areas">The administrative units.</param>
/// <param name="caller">Who calls.</param>
/// <param name="scope">The caller's areas.</param>
/// <param name="register">Registers.</param>
public sealed class EmployerGrpc(EmploymentDb db, AreaDirectory areas, CallerAccessor caller, RecordScope scope, RegisterEmployer register)
    : Wire.EmployerService.EmployerServiceBase
{
    /// <summary>Collection in resource names.</summary>
    public const string Collection = "employers";

    /// <inheritdoc/>
    public override async Task<Wire.Employer> RegisterEmployer(Wire.RegisterEmployerRequest request, ServerCallContext context)
    {
        var employer = await register.RunAsync(request, context.CancellationToken);
        return ToMessage(employer, EtagAfterSaving.Of(db, employer));
    }

    /// <inheritdoc/>
    public override async Task<Wire.Employer> GetEmployer(Wire.GetEmployerRequest request, ServerCallContext context)
    {
        var id = ResourceName.Parse(Collection, request.Name, "name");
        var employer = await db.Employers.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, context.CancellationToken)
            ?? throw Refusal.NotFound("employer.not_found", "Không có người sử dụng lao động này.");
        scope.Require(employer.AreaCode, employer.AreaOn);
        return ToMessage(employer, Etag.Of(employer));
    }

    /// <inheritdoc/>
    public override async Task<Wire.ListEmployersResponse> ListEmployers(Wire.ListEmployersRequest request, ServerCallContext context)
    {
        var size = PageSize.Of(request.PageSize);
        var filter = AreaFilter.Of(areas, caller.Current.Areas, request.AreaCode);
        var rows = filter.Apply(db.Employers.AsNoTracking(), employer => employer.AreaCode, employer => employer.AreaOn);
        if (request.TaxCode.Length > 0)
        {
            if (!EmployerRules.IsTaxCode(request.TaxCode))
            {
                throw Refusal.Invalid("tax_code", "employer.tax_code_malformed", "Mã số thuế phải gồm 10 chữ số, hoặc 10 chữ số, dấu gạch ngang và 3 chữ số.");
            }

            var key = EmployerKey.Of(request.TaxCode, "", "");
            rows = rows.Where(employer => employer.IdentityKey == key);
        }

        if (PageToken.Read(request, request.PageToken, parts: 1) is { } after)
        {
            var last = Guid.Parse(after[0], CultureInfo.InvariantCulture);
            rows = rows.Where(employer => employer.Id < last);
        }

        var page = await rows.OrderByDescending(employer => employer.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var response = new Wire.ListEmployersResponse();
        response.Employers.AddRange(page.Take(size).Select(employer => ToMessage(employer, Etag.Of(employer))));
        if (page.Count > size)
        {
            response.NextPageToken = PageToken.Make(request, page[size - 1].Id.ToString());
        }

        return response;
    }

    static Wire.Employer ToMessage(Employer employer, string etag) => new()
    {
        Name = ResourceName.Format(Collection, employer.Id),
        DisplayName = employer.DisplayName,
        TaxCode = employer.TaxCode,
        SectorCode = employer.SectorCode,
        Size = employer.Size ?? 0,
        AreaCode = employer.AreaCode,
        Etag = etag,
        CreateTime = Timestamp.FromDateTimeOffset(employer.CreatedAt),
        UpdateTime = Timestamp.FromDateTimeOffset(employer.UpdatedAt),
    };
}
