using AnSinh.ServiceKit.Errors;
using AnSinh.ServiceKit.Identity;
using AnSinh.ServiceKit.Requests;
using Wire = AnSinh.Contracts.Child.V1;

namespace AnSinh.ChildProtection.Cases;

/// <summary>The plan of support and intervention (Mẫu 04, Mẫu 05): drafted, approved, carried out.</summary>
/// <param name="book">Finds and notes.</param>
/// <param name="texts">Encrypts.</param>
/// <param name="caller">Who drafts and approves.</param>
sealed class PlanCase(CaseBook book, CaseTexts texts, CallerAccessor caller)
{
    const int MostServices = 20;
    const int LongestAgency = 200;

    /// <summary>Drafts; a draft that is not approved is replaced.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; INVALID_ARGUMENT with the fields; FAILED_PRECONDITION
    /// <c>case.services_open</c>.</exception>
    public async Task<AbuseCase> DraftAsync(Wire.DraftPlanRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.DraftPlan, request.Name, request.Etag, cancellationToken);
        var services = Check(request);
        var goal = texts.Require(request.Goal, "goal");
        var number = one.Services.Select(service => service.Number).DefaultIfEmpty().Max();
        if (one.State == CaseState.Planned)
        {
            one.Services.RemoveAll(service => service.Cycle == one.Cycle);
        }
        else
        {
            RequireNoOpenServices(one);
            one.Cycle++;
        }

        foreach (var (kind, agency, dueOn) in services)
        {
            one.Services.Add(new PlannedService { CaseId = one.Id, Number = ++number, Cycle = one.Cycle, Kind = kind, Agency = agency, DueOn = dueOn });
        }

        one.PlannedBy = caller.Current.Subject;
        return book.Note(one, CaseAction.DraftPlan, CaseState.Planned, goal);
    }

    /// <summary>Approves.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; FAILED_PRECONDITION <c>case.own_plan</c>.</exception>
    public async Task<AbuseCase> ApproveAsync(Wire.ApprovePlanRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.ApprovePlan, request.Name, request.Etag, cancellationToken);
        return one.PlannedBy != caller.Current.Subject
            ? book.Note(one, CaseAction.ApprovePlan, CaseState.InProgress, texts.Optional(request.Note, "note"))
            : throw Refusal.Precondition("case.own_plan", "Người lập kế hoạch không được tự phê duyệt; cần một người khác có quyền.");
    }

    /// <summary>Says what became of a service.</summary>
    /// <exception cref="Refusal">As <see cref="CaseBook.FindForAsync"/>; INVALID_ARGUMENT with the field; FAILED_PRECONDITION
    /// <c>case.service_not_open</c>.</exception>
    public async Task<AbuseCase> FinishAsync(Wire.FinishServiceRequest request, CancellationToken cancellationToken)
    {
        var one = await book.FindForAsync(CaseAction.FinishService, request.Name, request.Etag, cancellationToken);
        var service = one.Services.Find(candidate => candidate.Number == request.Number)
            ?? throw Refusal.Invalid("number", "case.service_unknown", $"Kế hoạch không có dịch vụ số {request.Number}.");
        if (service.State != ServiceState.Open)
        {
            throw Refusal.Precondition("case.service_not_open", $"Dịch vụ số {request.Number} đã kết thúc.");
        }

        var note = request.State switch
        {
            Wire.ServiceState.Done => texts.Optional(request.Note, "note"),
            Wire.ServiceState.Cancelled => texts.Require(request.Note, "note"),
            _ => throw Refusal.Invalid("state", "case.service_state_invalid", "Kết quả của dịch vụ: đã thực hiện, hoặc không thực hiện kèm lý do."),
        };
        service.State = (ServiceState)request.State;
        return book.Note(one, CaseAction.FinishService, one.State, note);
    }

    /// <summary>Refuses while services of the plan are open.</summary>
    /// <exception cref="Refusal">FAILED_PRECONDITION <c>case.services_open</c>.</exception>
    public static void RequireNoOpenServices(AbuseCase one)
    {
        var open = one.OpenServices.Select(service => service.Number).Order().ToList();
        if (open.Count > 0)
        {
            throw new Refusal(
                RefusalKind.FailedPrecondition, "case.services_open",
                $"Còn {open.Count} dịch vụ trong kế hoạch chưa kết thúc (số {string.Join(", ", open)}); hãy ghi kết quả hoặc lý do không thực hiện trước.")
            {
                Metadata = new Dictionary<string, string> { ["services"] = string.Join(',', open) },
            };
        }
    }

    static List<(ServiceKind Kind, string Agency, DateOnly DueOn)> Check(Wire.DraftPlanRequest request)
    {
        var found = new List<Violation>();
        var services = new List<(ServiceKind, string, DateOnly)>();
        if (request.Services.Count is 0 or > MostServices)
        {
            found.Add(new Violation("services", "case.services_required", $"Kế hoạch phải có từ 1 đến {MostServices} dịch vụ."));
        }

        foreach (var (sent, at) in request.Services.Take(MostServices).Select((sent, at) => (sent, at)))
        {
            var (path, agency) = ($"services[{at}]", sent.Agency.Trim());
            var due = WireDate.ToDay(sent.DueOn, path + ".due_on", found);
            if (sent.Kind == 0 || !Enum.IsDefined(sent.Kind) || agency.Length is 0 or > LongestAgency || sent.DueOn is null)
            {
                found.Add(
                    new Violation(path, "case.service_incomplete", $"Dịch vụ phải có loại, cơ quan thực hiện (1 đến {LongestAgency} ký tự) và thời hạn."));
            }

            services.Add(((ServiceKind)sent.Kind, agency, due ?? default));
        }

        return found.Count == 0 ? services : throw Refusal.Invalid(found);
    }
}
