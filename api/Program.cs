using Cooperator.Api.Database;
using Cooperator.Api.Database.Demo;
using Cooperator.Api.Features.Calendars;
using Cooperator.Api.Features.Comments;
using Cooperator.Api.Features.Coops;
using Cooperator.Api.Features.Duties;
using Cooperator.Api.Features.Exports;
using Cooperator.Api.Features.Hours;
using Cooperator.Api.Features.Households;
using Cooperator.Api.Features.Imports;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Notifications;
using Cooperator.Api.Features.Occupancies;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Features.Units;
using Cooperator.Api.Features.Webhooks;
using Cooperator.Api.Identity;
using Cooperator.Api.Platform;
using Cooperator.Api.Platform.Events;
using Cooperator.Api.Platform.GraphQL;
using Cooperator.Api.Platform.Startup;
using Cooperator.GraphQL.AspNetCore;

// What takes longest and depends on nothing comes first, on another thread.
CooperatorModel.BuildAhead();
try
{
    // Configuration: appsettings.json beside the program, then environment, then command line.
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
    );

    // Platform
    builder.AddPlatform();
    builder.Services.AddDatabase().AddEventRelay();

    // Features
    builder
        .Services.AddCoops()
        .AddMembers()
        .AddUnits()
        .AddHouseholds()
        .AddOccupancies()
        .AddHours()
        .AddTasks()
        .AddComments()
        .AddCalendars()
        .AddDuties()
        .AddNotifications();
    builder.AddWebhooks();
    builder.AddImports();
    builder.Services.AddExports();
    builder.AddIdentity();
    builder.AddCooperatorGraphQL();
    builder.AddDemo();

    var app = builder.Build();
    await using var _ = app;
    if (args is [SchemaCommand.Word, ..])
    {
        Console.Write(SchemaCommand.Print(app.Services));
        return 0;
    }

    var migrateOnly = args is [StartupSteps.Migrate, ..];
    await app.RunStartupStepsAsync(migrateOnly);
    if (migrateOnly)
    {
        return 0;
    }

    // Middleware
    app.UsePlatform();
    app.UseIdentity();
    app.UseRateLimiter();

    // Map
    app.MapIdentity();
    app.MapImports();
    app.MapExports();
    app.MapCalendars();
    app.MapUnsubscribe();
    app.MapGraphQL("/graphql");
    app.MapPlatform();

    await app.RunAsync();
    return 0;
}
catch (StartupRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
catch (Exception failure) when (ListenAddresses.Refusal(failure) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
catch (OperationCanceledException)
{
    // Stopped while starting.
    return 1;
}

/// <summary>The process: theCooperator's API, web app and jobs.</summary>
public partial class Program;
