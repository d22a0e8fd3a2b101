using System.Text.Json.Serialization;
using AnSinh.Contracts.Events.Areas.V1;
using AnSinh.Contracts.Events.Employment.V1;

namespace AnSinh.Contracts.Events;

/// <summary>
/// How event records stand as JSON: snake_case members, absent members left out, unknown members of a newer writer passed over.
/// Generated at compile time; every record of the contracts must be listed here (a test sees to it).
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(PlacementRecorded))]
[JsonSerializable(typeof(PlacementCorrected))]
[JsonSerializable(typeof(PlacementVoided))]
[JsonSerializable(typeof(OverseasWorkerReturned))]
[JsonSerializable(typeof(WorkerRegistered))]
[JsonSerializable(typeof(PersonIdentified))]
[JsonSerializable(typeof(EmployerRegistered))]
[JsonSerializable(typeof(AreaUnitDefined))]
[JsonSerializable(typeof(AreaUnitSucceeded))]
public sealed partial class EventJson : JsonSerializerContext;
