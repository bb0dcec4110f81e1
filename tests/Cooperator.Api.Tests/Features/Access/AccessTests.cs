using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Support;
using Cooperator.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Features.Access;

/// <summary>Who may use each root field, tried by everyone: nobody, the other co-op, and each role.</summary>
public sealed class AccessTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private static readonly Role[] Ascending = [Role.Observer, Role.Resident, Role.Maintainer, Role.Admin];

    public static TheoryData<string> QueryNames => [.. AccessTable.Queries.Select(q => q.Field)];

    public static TheoryData<string> MutationNames => [.. AccessTable.Mutations.Select(m => m.Field)];

    [Fact]
    public void Every_root_field_is_in_the_table()
    {
        var schema = world.House.Services.GetRequiredService<Cooperator.GraphQL.Types.Schema>();
        Assert.Equal(Names(schema.QueryType), AccessTable.Queries.Select(q => q.Field).Order());
        Assert.Equal(
            Names(schema.MutationType!),
            AccessTable.Mutations.Select(m => m.Field).Concat(AccessTable.SuperuserOnly).Order()
        );
    }

    [Theory]
    [MemberData(nameof(QueryNames))]
    public async Task A_query_answers_whom_it_may_and_tells_outsiders_nothing(string field)
    {
        var access = AccessTable.Queries.Single(q => q.Field == field);
        var document = world.With(access.Document);

        await IsHiddenFromOutsidersAsync(access, document);
        foreach (var role in Ascending)
        {
            var codes = await world.Members[role].CodesAsync(document);
            var may =
                access.Least is not { } least || Array.IndexOf(Ascending, role) >= Array.IndexOf(Ascending, least);
            Assert.Equal(may ? [] : ["FORBIDDEN"], codes);
        }
    }

    [Theory]
    [MemberData(nameof(MutationNames))]
    public async Task A_mutation_changes_nothing_for_whom_it_may_not(string field)
    {
        var access = AccessTable.Mutations.Single(m => m.Field == field);
        var document = world.With(access.Document);
        var before = await world.FingerprintAsync();

        await IsHiddenFromOutsidersAsync(access, document);
        foreach (var role in Ascending.Where(r => r != Role.Admin))
        {
            Assert.Equal(["FORBIDDEN"], await world.Members[role].CodesAsync(document));
        }

        Assert.Equal(before, await world.FingerprintAsync());
        Assert.Empty(await world.Members[Role.Admin].CodesAsync(document));
    }

    private async Task IsHiddenFromOutsidersAsync(Access access, string document)
    {
        if (access.Least is not null)
        {
            Assert.Equal(["UNAUTHENTICATED"], (await world.Nobody.CodesAsync(document)).Distinct());
            Assert.Equal(["COOP_NOT_FOUND"], await world.OutsiderAtOurDoor.CodesAsync(document));
        }

        var answer = (await world.Outsider.AskAsync(document)).ToString();
        Assert.False(world.Reveals(answer, document), answer);
    }

    private static IOrderedEnumerable<string> Names(ObjectType type) => type.Fields.Select(f => f.Name).Order();
}
