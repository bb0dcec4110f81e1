using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cooperator.Api.Database.Security;

/// <summary>
/// What a feature asks of the database beyond what EF migrations can say: more row policies, exclusion constraints,
/// triggers. Each is brought in place after the migrations, once per change of its text.
/// </summary>
public static class SchemaAnnotations
{
    private const string PolicyPrefix = "Cooperator:Policy:";
    private const string ScriptPrefix = "Cooperator:Script:";

    /// <summary>A further row policy; policies of one command are joined with OR.</summary>
    public static EntityTypeBuilder<T> HasRowPolicy<T>(
        this EntityTypeBuilder<T> builder,
        string name,
        string role,
        string command,
        string condition
    )
        where T : class
    {
        builder.HasAnnotation(PolicyPrefix + name, $"{role}|{command}|{condition}");
        return builder;
    }

    /// <summary>SQL that can be run again over its own result.</summary>
    public static EntityTypeBuilder<T> HasSchemaScript<T>(this EntityTypeBuilder<T> builder, string name, string sql)
        where T : class
    {
        builder.HasAnnotation(ScriptPrefix + name, sql);
        return builder;
    }

    /// <summary><paramref name="definition"/> is what follows <c>EXCLUDE</c>.</summary>
    public static EntityTypeBuilder<T> HasExclusionConstraint<T>(
        this EntityTypeBuilder<T> builder,
        string name,
        string definition
    )
        where T : class
    {
        var table = builder.Metadata.GetTableName();
        return builder.HasSchemaScript(
            name,
            $"""
            ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name};
            ALTER TABLE {table} ADD CONSTRAINT {name} EXCLUDE {definition};
            """
        );
    }

    internal static IEnumerable<RowPolicy> RowPolicies(IReadOnlyEntityType type) =>
        from annotation in type.GetAnnotations()
        where annotation.Name.StartsWith(PolicyPrefix, StringComparison.Ordinal)
        let parts = ((string)annotation.Value!).Split('|', 3)
        select new RowPolicy(annotation.Name[PolicyPrefix.Length..], parts[0], parts[1], parts[2]);

    internal static IEnumerable<KeyValuePair<string, string>> Scripts(IReadOnlyEntityType type) =>
        from annotation in type.GetAnnotations()
        where annotation.Name.StartsWith(ScriptPrefix, StringComparison.Ordinal)
        select KeyValuePair.Create(annotation.Name[ScriptPrefix.Length..], (string)annotation.Value!);
}

internal sealed record RowPolicy(string Name, string Role, string Command, string Condition);
