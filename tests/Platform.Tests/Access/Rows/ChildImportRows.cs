using AnSinh.Contracts.Child.V1;
using AnSinh.Contracts.Common.V1;
using AnSinh.Platform.Tests.Access.Records;

namespace AnSinh.Platform.Tests.Access.Rows;

/// <summary>Rows of the imports of the child protection service.</summary>
static class ChildImportRows
{
    public static Dictionary<string, SampleRow> All => new()
    {
        ["/ansinh.child.v1.ChildService/ImportChildren"] = hue =>
        [
            new ImportChildrenRequest { Options = new ImportOptions() },
            new ImportChildrenRequest
            {
                Rows = new ChildRows { Rows = { new ChildRow { Line = 2, Person = hue.Person(2015), Circumstance = ChildRecords.Circumstance() } } },
            },
        ],
        ["/ansinh.child.v1.IncidentService/ImportIncidents"] = hue =>
        [
            new ImportIncidentsRequest { Options = new ImportOptions() },
            new ImportIncidentsRequest { Rows = new IncidentRows { Rows = { new IncidentRow { Line = 2, Incident = ChildRecords.Incident(hue) } } } },
        ],
    };
}
