using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Types;

namespace Cooperator.GraphQL.Tests.Execution;

/// <summary>Executes one document over plain data in every <see cref="ResolveMode"/>.</summary>
internal static class ExecutionCase
{
    /// <summary>Demands the same response whatever way values come. An exception among the data is thrown by its field.</summary>
    public static Task ExpectAsync(
        string sdl,
        IReadOnlyDictionary<string, object?> root,
        string document,
        string response,
        string? variables = null
    ) => ExpectAsync(Enum.GetValues<ResolveMode>(), sdl, root, document, response, variables);

    /// <summary>The same for values that no plain property can give.</summary>
    public static Task ExpectResolvedAsync(
        string sdl,
        IReadOnlyDictionary<string, object?> root,
        string document,
        string response
    ) =>
        ExpectAsync(
            [ResolveMode.Sync, ResolveMode.Async, ResolveMode.Loaded],
            sdl,
            root,
            document,
            response,
            variables: null
        );

    private static async Task ExpectAsync(
        ResolveMode[] modes,
        string sdl,
        IReadOnlyDictionary<string, object?> root,
        string document,
        string response,
        string? variables
    )
    {
        foreach (var mode in modes)
        {
            var executor = Responses.Executor(SchemaOver(sdl, mode));
            var actual = await Responses.ExecuteAsync(executor, Responses.Request(document, root, variables));
            Assert.Equal($"{mode}: {Responses.Normal(response)}", $"{mode}: {Responses.Normal(actual)}");
        }
    }

    /// <summary>A schema whose fields all read dictionaries in that way.</summary>
    public static Schema SchemaOver(string sdl, ResolveMode mode)
    {
        var schema = SchemaBuilder.FromSdl(sdl);
        foreach (var type in schema.OrderedTypes.OfType<ObjectType>().Where(type => !type.IsIntrospectionType))
        {
            foreach (var field in type.Fields)
            {
                field.Resolver = Resolver(mode);
                field.Pure = mode == ResolveMode.Pure ? parent => Value(Read(parent, field.Name)) : null;
            }
        }

        return schema;
    }

    public static Dictionary<string, object?> Object(params (string Name, object? Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value);

    private static FieldResolver Resolver(ResolveMode mode) =>
        mode switch
        {
            ResolveMode.Async => async context =>
            {
                await Task.Yield();
                return Value(Read(context.Parent, context.Field.Name));
            },
            ResolveMode.Loaded => async context =>
            {
                var parent = (IReadOnlyDictionary<string, object?>)context.Parent!;
                return Value(await context.DataLoader<ValueLoader>().LoadAsync((parent, context.Field.Name)));
            },
            _ => context => new ValueTask<object?>(Value(Read(context.Parent, context.Field.Name))),
        };

    private static object? Read(object? parent, string field) =>
        ((IReadOnlyDictionary<string, object?>)parent!).GetValueOrDefault(field);

    private static object? Value(object? value) => value is Exception exception ? throw exception : value;
}
