using System.Collections;
using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace AnSinh.Testing.SqlServer;

/// <summary>
/// Every query that a test runs on SQLite is also translated for SQL Server, to its text, by the context of the same service; one that EF
/// cannot translate there fails the test. Queries are compiled once, so this costs little.
/// </summary>
public sealed class TranslatedQueries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    static readonly string Starting = CoreEventId.QueryCompilationStarting.Name!;
    static readonly Lazy<IDisposable> Listening = new(() => DiagnosticListener.AllListeners.Subscribe(new TranslatedQueries()));

    /// <summary>Listens from now on; once a process.</summary>
    public static void Listen() => _ = Listening.Value;

    /// <inheritdoc/>
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this, name => name == Starting);
        }
    }

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == Starting && value.Value is QueryExpressionEventData { Context: { } context } query && Sibling(context) is { } type)
        {
            using var db = Open(type);
            var moved = new ToModel(db);
            var expression = moved.Visit(query.Expression);
            if (!moved.IsRaw)
            {
                Run(db, expression, moved.Parameters);
            }
        }
    }

    /// <inheritdoc/>
    public void OnCompleted()
    {
    }

    /// <inheritdoc/>
    public void OnError(Exception error)
    {
    }

    static Type? Sibling(DbContext context) => context.GetType() is var type && type.Name.EndsWith("SqliteDb", StringComparison.Ordinal)
        ? type.Assembly.GetType(type.FullName!.Replace("SqliteDb", "SqlServerDb", StringComparison.Ordinal))
        : null;

    static DbContext Open(Type type)
    {
        var options = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        options.UseSqlServer("Server=none").AddInterceptors(new RecordedCommands());
        return (DbContext)Activator.CreateInstance(type, options.Options)!;
    }

    static void Run(DbContext db, Expression expression, IReadOnlyDictionary<string, Type> parameters)
    {
        var items = expression.Type.IsGenericType && expression.Type.IsAssignableTo(typeof(IQueryable)) ? expression.Type.GetGenericArguments()[0] : null;
        try
        {
            typeof(TranslatedQueries).GetMethod(items is null ? nameof(RunScalar) : nameof(RunList), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(items ?? expression.Type).Invoke(null, [db, expression, parameters]);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    static void RunList<T>(DbContext db, Expression expression, IReadOnlyDictionary<string, Type> parameters)
    {
        var rows = db.GetService<IDatabase>().CompileQuery<IAsyncEnumerable<T>>(expression, async: true)(Values(db, parameters));
        rows.GetAsyncEnumerator().MoveNextAsync().AsTask().GetAwaiter().GetResult();
    }

    static void RunScalar<T>(DbContext db, Expression expression, IReadOnlyDictionary<string, Type> parameters)
    {
        try
        {
            db.GetService<IDatabase>().CompileQuery<Task<T>>(expression, async: true)(Values(db, parameters)).GetAwaiter().GetResult();
        }
        catch (InvalidOperationException none) when (none.Message.Contains("no elements", StringComparison.Ordinal))
        {
            // A question for the only row, of a server that has none.
        }
    }

    static QueryContext Values(DbContext db, IReadOnlyDictionary<string, Type> parameters)
    {
        var context = db.GetService<IQueryContextFactory>().Create();
        foreach (var (name, type) in parameters)
        {
            context.Parameters.Add(name, Sample(type));
        }

        return context;
    }

    /// <summary>Some value of a type: the text depends on whether there is one, not on which.</summary>
    static object? Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return "a";
        }

        if (type.IsValueType)
        {
            return Activator.CreateInstance(type);
        }

        if (type == typeof(byte[]))
        {
            return new byte[16];
        }

        var item = type.IsArray ? type.GetElementType()
            : new[] { type }.Concat(type.GetInterfaces()).FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
        if (item is null)
        {
            return null;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Sample(item));
        list.Add(Sample(item));
        if (type.IsInstanceOfType(list))
        {
            return list;
        }

        var array = Array.CreateInstance(item, list.Count);
        list.CopyTo(array, 0);
        return type.IsInstanceOfType(array) ? array : Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(item), list);
    }

    /// <summary>Moves a query to another model, and collects its parameters.</summary>
    sealed class ToModel(DbContext db) : ExpressionVisitor
    {
        public Dictionary<string, Type> Parameters { get; } = new(StringComparer.Ordinal);

        /// <summary>Whether it holds text of the provider, which is not to be translated.</summary>
        public bool IsRaw { get; private set; }

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case var raw when raw.GetType().Name is "FromSqlQueryRootExpression" or "SqlQueryRootExpression":
                    IsRaw = true;
                    return node;
                case EntityQueryRootExpression root:
                    return new EntityQueryRootExpression(db.Model.FindEntityType(root.EntityType.Name)!);
                case QueryParameterExpression parameter:
                    Parameters[parameter.Name] = parameter.Type;
                    return node;
                default:
                    return base.VisitExtension(node);
            }
        }
    }
}
