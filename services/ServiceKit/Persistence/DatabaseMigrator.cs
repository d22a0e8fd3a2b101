using Microsoft.Extensions.DependencyInjection;

namespace AnSinh.ServiceKit.Persistence;

/// <summary>Brings one database of this process to the schema of this build; for the verb <c>migrate</c>.</summary>
/// <param name="Module">Module that the database belongs to.</param>
/// <param name="Run">Does it.</param>
public sealed record DatabaseMigrator(string Module, Func<IServiceProvider, CancellationToken, Task> Run)
{
    internal static DatabaseMigrator Of<TDb>(string module)
        where TDb : ServiceDb => new(module, async (services, cancellationToken) =>
        {
            await using var scope = services.CreateAsyncScope();
            using var entry = await services.GetRequiredService<WriteGate<TDb>>().EnterAsync(cancellationToken);
            await DatabaseMigration.RunAsync(scope.ServiceProvider.GetRequiredService<TDb>(), cancellationToken);
        });
}
