using System.Reflection;
using Cooperator.Api.Database;
using Cooperator.Api.Features.Coops;
using Cooperator.GraphQL;
using Cooperator.GraphQL.DataLoaders;

namespace Cooperator.Api.Tests.Architecture;

/// <summary>
/// The result of a subscription that is the same for all is sent to people with other rights, so nothing that knows who
/// asks may have a part in it.
/// </summary>
public sealed class SameForAllTests
{
    private static readonly List<MethodInfo> Fields =
    [
        .. typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(SameForAllAttribute))),
    ];

    [Fact]
    public void Fields_that_are_the_same_for_all_ask_nobody_who_knows_the_viewer() =>
        Assert.Empty(
            from field in Fields
            from parameter in field.GetParameters()
            where !IsPartOfTheQuestion(parameter) && !KnowsNobody(parameter.ParameterType)
            select $"{field.DeclaringType!.Name}.{field.Name}: {parameter.ParameterType.Name}"
        );

    [Fact]
    public void The_cards_of_the_board_are_the_same_for_all() =>
        Assert.Contains(Fields, field => field.Name == "OnTaskChanged");

    private static bool IsPartOfTheQuestion(ParameterInfo parameter) =>
        parameter.IsDefined(typeof(ParentAttribute))
        || parameter.IsDefined(typeof(EventMessageAttribute))
        || parameter.ParameterType == typeof(CancellationToken);

    // The day is the co-op's, the database shows its rows, and a loader knows what it was made of.
    private static bool KnowsNobody(Type type) =>
        type == typeof(CoopCalendar)
        || type == typeof(CooperatorDbContext)
        || (
            type.IsAssignableTo(typeof(DataLoader))
            && type.GetConstructors().Single().GetParameters().All(part => KnowsNobody(part.ParameterType))
        );
}
