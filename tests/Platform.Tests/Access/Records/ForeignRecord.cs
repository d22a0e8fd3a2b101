namespace AnSinh.Platform.Tests.Access.Records;

/// <summary>A record of the foreign province, as a request names it.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Etag">Etag; empty where the record has none.</param>
/// <param name="Path">Field of the request that holds the name, with points between, like <c>certificate.enrolment</c>; empty for <c>name</c>, of the request or of the resource in it.</param>
public sealed record ForeignRecord(string Name, string Etag = "", string Path = "");
