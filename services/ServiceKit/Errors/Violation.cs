namespace AnSinh.ServiceKit.Errors;

/// <summary>One thing wrong with one field of a request.</summary>
/// <param name="Field">Path of the field in the request, such as <c>placement.start_date</c>.</param>
/// <param name="Code">Stable code of the rule, such as <c>placement.start_date_in_future</c>.</param>
/// <param name="Message">What was wrong and what is allowed, in Vietnamese, for the person who sent it.</param>
public sealed record Violation(string Field, string Code, string Message);
