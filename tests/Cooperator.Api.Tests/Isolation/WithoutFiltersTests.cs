using System.Text.Json;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Conventions;
using Cooperator.Api.Tests.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>The same program with every query filter of the model taken away: PostgreSQL alone keeps the co-ops apart.</summary>
public sealed class WithoutFiltersTests(TwoCoops house) : IClassFixture<TwoCoops>, IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _unfiltered = house.WithWebHostBuilder(builder =>
        builder.ConfigureTestServices(services =>
            services.ConfigureDbContext<CooperatorDbContext>(options => options.UseModel(ModelWithoutFilters()))
        )
    );

    [Fact]
    public void The_filters_are_really_gone()
    {
        using var filtered = house.Services.CreateScope();
        using var unfiltered = _unfiltered.Services.CreateScope();
        Assert.NotEmpty(FiltersOf(filtered));
        Assert.Empty(FiltersOf(unfiltered));
    }

    [Fact]
    public async Task Every_query_answers_the_same()
    {
        foreach (var viewer in new[] { Viewer.Observer, Viewer.Admin, Viewer.AdminOfBothRestricted })
        {
            var unfiltered = Unfiltered(house[viewer]);
            foreach (var operation in Queries())
            {
                var expected = await house[viewer].AskAsync(operation.Text);
                var answer = await unfiltered.AskAsync(operation.Text);
                Assert.True(Same(expected, answer), $"{viewer} {operation}\n{expected}\n{answer}");
                Assert.Null(house.TheirTraces.FindIn(answer));
            }
        }
    }

    [Fact]
    public async Task Who_administers_both_co_ops_sees_one_at_a_time()
    {
        var unfiltered = Unfiltered(house.AdminOfBoth);
        foreach (var operation in Queries())
        {
            var expected = await house.AdminOfBoth.AskAsync(operation.Text);
            var answer = await unfiltered.AskAsync(operation.Text);
            Assert.True(Same(expected, answer), $"{operation}\n{expected}\n{answer}");
        }
    }

    [Fact]
    public async Task No_mutation_changes_anything_of_another_co_op()
    {
        var before = await house.TheirTraces.FingerprintAsync();
        foreach (var admin in new[] { house[Viewer.Admin], house.AdminOfBoth })
        {
            var unfiltered = Unfiltered(admin);
            foreach (var operation in Walk().Mutations())
            {
                var answer = await unfiltered.AskAsync(operation.Text);
                var told = house.TheirTraces.FindIn(answer);
                Assert.True(told is null, $"{told}: {operation}\n{answer}");
                Assert.DoesNotContain("INTERNAL_ERROR", answer.Codes());
            }
        }

        Assert.Equal(before, await house.TheirTraces.FingerprintAsync());
    }

    public ValueTask DisposeAsync() => _unfiltered.DisposeAsync();

    private SchemaWalk Walk() => new(house.Schema, house.Ours, house.Theirs);

    /// <summary>For our own ids and for theirs.</summary>
    private IEnumerable<Operation> Queries() =>
        Walk().Queries().Concat(new SchemaWalk(house.Schema, house.Theirs, house.Ours).Queries());

    private HttpClient Unfiltered(HttpClient of)
    {
        var client = _unfiltered.CreateClient();
        client.DefaultRequestHeaders.Authorization = of.DefaultRequestHeaders.Authorization;
        return client;
    }

    private static bool Same(JsonElement expected, JsonElement answer) =>
        expected.TryGetProperty("errors", out _)
            ? expected.Codes().SequenceEqual(answer.Codes())
            : JsonElement.DeepEquals(expected, answer);

    private static List<string> FiltersOf(IServiceScope scope) =>
        [
            .. scope
                .ServiceProvider.GetRequiredService<CooperatorDbContext>()
                .Model.GetEntityTypes()
                .Where(type => type.GetDeclaredQueryFilters().Count > 0)
                .Select(type => type.Name),
        ];

    private static IModel ModelWithoutFilters()
    {
        var options = new DbContextOptionsBuilder<CooperatorDbContext>();
        return CooperatorModel.Build(options.ReplaceService<IModelCustomizer, WithoutTenantFilter>());
    }

    private sealed class WithoutTenantFilter(ModelCustomizerDependencies dependencies)
        : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var type in modelBuilder.Model.GetEntityTypes().Where(Tenancy.IsTenantOwned))
            {
                modelBuilder.Entity(type.ClrType).HasQueryFilter(Tenancy.FilterName, null);
            }
        }
    }
}
