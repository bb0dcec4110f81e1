using System.Reflection;
using Cooperator.GraphQL.AspNetCore;
using Cooperator.GraphQL.Redis;
using Cooperator.GraphQL.Tests.Differential;
using PublicApiGenerator;

namespace Cooperator.GraphQL.Tests.Surface;

/// <summary>
/// What the libraries promise is a committed text, so that a change of it is seen in the change that makes it. It is written anew by
/// <c>UPDATE_PUBLIC_API=1 dotnet test tests/Cooperator.GraphQL.Tests --filter PublicApi</c>.
/// </summary>
public sealed class PublicApiTests
{
    public static TheoryData<string, Assembly> Libraries =>
        new()
        {
            { "Cooperator.GraphQL", typeof(GraphQLServerBuilder).Assembly },
            { "Cooperator.GraphQL.AspNetCore", typeof(GraphQLTransportOptions).Assembly },
            { "Cooperator.GraphQL.Redis", typeof(RedisTopics).Assembly },
        };

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task The_public_surface_is_the_committed_one(string name, Assembly library)
    {
        var file = Path.Combine(TestMachine.Root, "graphql", name, "PublicApi.txt");
        var surface = library.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }) + "\n";
        surface = surface.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_PUBLIC_API") == "1")
        {
            await File.WriteAllTextAsync(file, surface);
        }

        Assert.Equal(await File.ReadAllTextAsync(file), surface);
    }
}
