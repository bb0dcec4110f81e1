using Cooperator.GraphQL.Building;
using Cooperator.GraphQL.Querying;

namespace Cooperator.GraphQL.Tests.Building;

/// <summary>The engine's own assembly carries a documentation file, so its classes stand for an author's.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public void Come_from_the_comments_on_types_methods_parameters_and_values()
    {
        var method = typeof(NodeIds).GetMethod(nameof(NodeIds.ParseGuid))!;

        Assert.Equal("The direction of a key of an order.", Descriptions.Of(typeof(SortDirection)));
        Assert.Equal(
            "Small values first.",
            Descriptions.Of(typeof(SortDirection).GetField(nameof(SortDirection.Ascending))!)
        );
        Assert.Equal("The id inside a global id.", Descriptions.Of(method));
        Assert.Equal("The type it must name; null accepts any.", Descriptions.Of(method.GetParameters()[1]));
    }

    [Fact]
    public void Show_references_by_their_names_and_find_positional_properties() =>
        Assert.Equal(
            "At most that many items from the beginning, or after `After`.",
            Descriptions.Of(typeof(PagingArguments).GetProperty(nameof(PagingArguments.First))!)
        );

    [Fact]
    public void Prefer_what_an_attribute_says() => Assert.Equal("Said.", Descriptions.Of(typeof(Described)));

    /// <summary>Commented.</summary>
    [GraphQLDescription("Said.")]
    public sealed class Described;
}
