using Cooperator.Api.Database;
using Cooperator.Api.Database.Demo;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;
using Cooperator.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cooperator.Api.Tests.Database;

/// <summary>A demo that nobody can sign in to is never left behind.</summary>
public sealed class DemoSignInsTests(DemoSignInsTests.House house) : IClassFixture<DemoSignInsTests.House>
{
    [Fact]
    public async Task Nothing_is_loaded_when_the_sign_ins_can_not_be_shown()
    {
        var seed = new DemoSeed(
            house.Services.GetRequiredService<IServiceScopeFactory>(),
            new DemoSettings(),
            new DatabaseSettings(),
            new DemoAccounts(
                new DataSettings(),
                new DatabaseSettings(),
                new ListenAddresses(new ConfigurationBuilder().Build())
            ),
            NullLogger<DemoSeed>.Instance
        );

        await Assert.ThrowsAsync<IOException>(() => seed.LoadAsync(default));

        Assert.False(
            await house.InScopeAsync(scope => scope.GetRequiredService<CooperatorDbContext>().Coops.AnyAsync())
        );
    }

    public sealed class House(DatabaseServer server) : TestHouse(server)
    {
        protected override void Add(IServiceCollection services) => services.AddScoped<IDemoSignIns, OnFullDisk>();
    }

    private sealed class OnFullDisk : IDemoSignIns
    {
        public bool Allowed => true;

        public Task<DemoAccount> CreateAsync(
            Member member,
            string coop,
            string email,
            IReadOnlyList<Role> roles,
            CancellationToken ct
        ) => Task.FromResult(new DemoAccount(coop, email, "secret", []));

        public void Publish(IReadOnlyList<DemoAccount> accounts) => throw new IOException("The disk is full.");
    }
}
