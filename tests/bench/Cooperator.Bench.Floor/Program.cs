// The floor: what a hand-written endpoint costs. The same JSON as the API's answers, from one SQL statement each, without
// authentication, tenancy checks, validation or a schema. Nothing that does more can be cheaper, so it is what the API is
// measured against.

using Cooperator.Bench.Floor;
using Npgsql;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.AddSingleton(
    new NpgsqlDataSourceBuilder(
        new NpgsqlConnectionStringBuilder(builder.Configuration["Floor:ConnectionString"])
        {
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            // The tables have forced row-level security: the co-op is set once for each connection.
            Options = $"-c app.coop_id={builder.Configuration["Floor:CoopId"]}",
        }.ConnectionString
    ).Build()
);

var app = builder.Build();
app.MapGet("/health", () => Results.Ok());
app.MapGet("/member/{id:guid}", Members.OneAsync);
app.MapGet("/members", Members.PageAsync);
app.MapGet("/tasks", Tasks.PageAsync);
app.MapPost("/tasks", Tasks.AddAsync);
app.MapGet("/items", Items.AllAsync);
app.Run();
