// The engine alone: a server with a thousand objects in memory and rooms to listen in, and nothing of the co-op around it.

using Cooperator.Bench.Engine;
using Cooperator.GraphQL;
using Cooperator.GraphQL.AspNetCore;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddGraphQLServer().AddTypes(typeof(ItemQueries).Assembly);

var app = builder.Build();
app.MapGet("/health", () => Results.Ok());

// What opening left behind says nothing of what is held.
app.MapPost(
    "/collect",
    () =>
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: false);
    }
);
app.MapGraphQL("/graphql");
app.Run();
