// The engine alone: a server with a thousand objects in memory, and nothing of the co-op around it.

using Cooperator.Bench.Engine;
using Cooperator.GraphQL;
using Cooperator.GraphQL.AspNetCore;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddGraphQLServer().AddType(typeof(ItemQueries));

var app = builder.Build();
app.MapGet("/health", () => Results.Ok());
app.MapGraphQL("/graphql");
app.Run();
