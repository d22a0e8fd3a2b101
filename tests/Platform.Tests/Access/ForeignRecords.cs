using AnSinh.Contracts.Reporting.V1;
using AnSinh.Platform.Tests.Access.Records;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace AnSinh.Platform.Tests.Access;

/// <summary>One record of each kind in Huế (46), for callers who work in Hà Tĩnh (42).</summary>
static class ForeignRecords
{
    /// <summary>Makes the records through the APIs.</summary>
    public static async Task<ForeignProvince> MakeAsync(CallInvoker everything)
    {
        var communes = await new AreaService.AreaServiceClient(everything).ListAreasAsync(
            new ListAreasRequest { ParentCode = ForeignProvince.Code, On = ForeignProvince.Day });
        var hue = new ForeignProvince(everything, communes.Areas[0].Code);
        await EmploymentRecords.MakeAsync(hue);
        await MeritRecords.MakeAsync(hue);
        await TrainingRecords.MakeAsync(hue);
        await ProtectionRecords.MakeAsync(hue);
        await ChildRecords.MakeAsync(hue);
        await ReportingRecords.MakeAsync(hue);
        return hue;
    }

    /// <summary>The record that a method is tried with: its own, or the one of its service.</summary>
    public static ForeignRecord For(this ForeignProvince hue, MethodDescriptor rpc) =>
        hue.Records.TryGetValue($"{rpc.Service.Name}/{rpc.Name}", out var own) ? own
        : hue.Records.TryGetValue(rpc.Service.Name, out var record) ? record
        : throw new KeyNotFoundException($"{rpc.FullName}: hãy tạo một bản ghi mẫu ở Huế cho rpc mới này.");
}
