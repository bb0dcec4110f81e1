// The engine alone: a server with a thousand objects in memory and rooms to listen in, and nothing of the co-op around it.

using Cooperator.Bench.Engine;
using Cooperator.GraphQL;
using Cooperator.GraphQL.AspNetCore;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddGraphQLServer().AddTypes(typeof(ItemQueries).Assembly);

var app = builder.Build();
app.MapGet("/health", () => Results.Ok());
app.MapGraphQL("/graphql");
app.Run();
