using Cooperator.GraphQL;

namespace Cooperator.Api.Features.Imports;

/// <summary>How far an import has come. Told by the node that works on it, before anything is committed.</summary>
public sealed record ImportProgress([property: ID<Import>] Guid ImportId, int Percent)
{
    internal static string Topic(Guid coopId, Guid importId) => $"import:{coopId}:{importId}";
}
