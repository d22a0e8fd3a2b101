using AnSinh.Platform.Tests.Access.Records;
using Google.Protobuf;

namespace AnSinh.Platform.Tests.Access.Rows;

/// <summary>The messages of an import: its options, then one row that is good in everything but lies in the foreign province.</summary>
delegate IReadOnlyList<IMessage> SampleRow(ForeignProvince hue);
