namespace AnSinh.Reporting.Templates;

/// <summary>A narrative part that a template leaves to people.</summary>
/// <param name="Key">Its key in the template: small letters, digits and hyphens.</param>
/// <param name="Title">What is to be written there, for the person who writes.</param>
public sealed record TemplateText(string Key, string Title);
