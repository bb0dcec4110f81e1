using System.Text.Json;
using System.Text.Json.Serialization;
using Cooperator.Api.Database;
using Cooperator.Api.Database.Demo;
using Cooperator.Api.Database.Transactions;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Platform.Jobs;
using Cooperator.Api.Platform.Settings;
using Cooperator.Api.Platform.Startup;
using Cooperator.GraphQL;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cooperator.Api.Identity;

/// <summary>Who people are, how they prove it, and what they may do.</summary>
public static class IdentityFeature
{
    /// <summary>Goes before what puts transactions around GraphQL operations: who may not, opens none.</summary>
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var settings = builder.AddSettings<TokenSettings>(TokenSettings.Section);
        builder.AddSettings<SuperuserSettings>(SuperuserSettings.Section);
        var services = builder.Services;
        services.AddAccounts(settings);
        services.AddSignIn();
        services.AddCurrentPerson();
        services.AddInvitationsAndLetters();
        services.AddGraphQLServer().AddIdentity();
        services.AddStartupStep<SuperuserBootstrap>();
        services.AddScoped<IDemoSignIns, DemoSignIns>();
        services.AddSingleton<IExpirySweep, ExpiredSessions>();
        services.AddSingleton<IExpirySweep, ExpiredPasswordResets>();
        services.AddSingleton<IExpirySweep, OldSecurityLogEntries>();
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper))
        );
    }

    /// <summary>Between routing and the endpoints.</summary>
    public static void UseIdentity(this WebApplication app)
    {
        app.UseMiddleware<GuessLimit>();
        app.UseAuthentication();
        app.UseMiddleware<IdentityMiddleware>();
        app.UseAuthorization();
    }

    public static void MapIdentity(this WebApplication app)
    {
        var auth = app.MapGroup("/auth").AddEndpointFilter(NeverCachedAsync);
        auth.MapSignIn();
        auth.MapPasskeySignIn();
        auth.MapInvitations();
        auth.MapPasswords();
        auth.MapTotp();
        auth.MapPasskeys();
        auth.MapSessions();
        auth.MapPersonalAccessTokens();
        auth.MapProfile();
        auth.MapTokens();
    }

    private static void AddAccounts(this IServiceCollection services, TokenSettings settings)
    {
        services.AddScoped<AccountStore>();
        services.AddSingleton<ILookupNormalizer, TypedAddresses>();
        services.AddScoped<IUserStore<Account>>(provider => provider.GetRequiredService<AccountStore>());
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddIdentityCore<Account>(options => options.Password = new PasswordOptions { RequiredLength = 1 });

        // Addresses are unique by an index, and passwords have rules of their own.
        services.RemoveAll<IUserValidator<Account>>().RemoveAll<IPasswordValidator<Account>>();
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = settings.PasswordIterations);
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.ConfigureOptions<PasskeyRules>();
        services.AddConstraintRefusal("ix_accounts_normalized_email");
        services.AddScoped<SecurityLog>();
    }

    private static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<UnknownAccount>();
        services.AddScoped<Attempts>().AddScoped<PasswordSignIn>().AddScoped<SecondFactor>();
        services.AddScoped<BrowserSignIn>().AddScoped<SessionAnswers>().AddScoped<SignedInAccount>();
        services.AddScoped<PasskeyCeremony>();
        services.AddSingleton<SessionCache>().AddScoped<Sessions>();
        services.AddSingleton<SigningKeys>().AddSingleton<AccessTokens>();
        services.AddScoped<RefreshTokens>().AddScoped<ProgramSecondFactor>();
        services.AddSingleton<PersonalAccessTokenCache>().AddScoped<PersonalAccessTokens>();
        services.AddScoped<PasswordChanges>().AddScoped<PasswordResetLinks>();
        services.AddHttpContextAccessor();
    }

    private static void AddCurrentPerson(this IServiceCollection services)
    {
        services.AddScoped<CurrentAccount>().AddScoped<CurrentMember>();
        services.AddSingleton<MembershipCache>().AddScoped<Memberships>();
        services.AddScoped(provider => new MyMemberships(
            provider.GetRequiredService<Memberships>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddScoped<Credentials>().AddScoped<CoopEntrance>();
        services
            .AddAuthentication(Credential.Scheme)
            .AddScheme<AuthenticationSchemeOptions, CooperatorAuthenticationHandler>(Credential.Scheme, null);
        services.AddScoped<IAuthorizationHandler, VerdictHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, ProblemAuthorizationResults>();
        services.AddAuthorization(options =>
        {
            options.DefaultPolicy = PolicyOf(null);
            foreach (var policy in Policies.All)
            {
                options.AddPolicy(policy, PolicyOf(policy));
            }
        });
    }

    private static void AddInvitationsAndLetters(this IServiceCollection services)
    {
        services.AddScoped<InvitationAcceptance>().AddScoped<InvitationPost>().AddScoped<InvitedPerson>();
        services.AddScoped(provider => new InvitationDesk(
            provider.GetRequiredService<CooperatorDbContext>(),
            provider.GetRequiredService<InvitationPost>(),
            provider.GetRequiredService<CoopCalendar>()
        ));
        services.AddConstraintRefusal("ix_invitations_coop_id_member_id");
        services.AddSingleton<LetterSeal>().AddSingleton<LetterSignal>().AddScoped<LetterBox>();
        services.AddHostedService<LetterCarrier>();
        services.AddSingleton<PasswordResetMails>();
        services.AddHostedService(provider => provider.GetRequiredService<PasswordResetMails>());
    }

    private static AuthorizationPolicy PolicyOf(string? policy) =>
        new AuthorizationPolicyBuilder().AddRequirements(new VerdictRequirement(policy)).Build();

    private static ValueTask<object?> NeverCachedAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next
    )
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
