using Cooperator.GraphQL.Introspection;
using Cooperator.GraphQL.Scalars;

namespace Cooperator.GraphQL.Types;

/// <summary>The types that belong to a schema without being written in it.</summary>
internal static class BuiltInTypes
{
    /// <summary>
    /// The types with those of introspection and, of the scalars of the specification, the ones that are referred to, see section 3.5 there. Introspection
    /// itself refers to <c>String</c> and <c>Boolean</c>.
    /// </summary>
    public static IReadOnlyCollection<NamedType> With(
        IReadOnlyCollection<NamedType> types,
        IReadOnlyCollection<DirectiveDefinition> directives
    )
    {
        var fields = types.OfType<IFieldsType>().SelectMany(type => type.Fields).ToList();
        var referenced = fields
            .Select(field => field.Type)
            .Concat(fields.SelectMany(field => field.Arguments).Select(argument => argument.Type))
            .Concat(types.OfType<InputObjectType>().SelectMany(type => type.Fields).Select(field => field.Type))
            .Concat(directives.SelectMany(directive => directive.Arguments).Select(argument => argument.Type))
            .Select(type => type.Named)
            .Append(BuiltInScalars.String)
            .Append(BuiltInScalars.Boolean)
            .ToHashSet();
        return [.. types.Union(BuiltInScalars.Specified.Where(referenced.Contains)).Union(IntrospectionTypes.All)];
    }
}
