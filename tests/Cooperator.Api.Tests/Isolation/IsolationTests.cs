using System.Text.Json;
using Cooperator.Api.Tests.Identity;

namespace Cooperator.Api.Tests.Isolation;

/// <summary>
/// Every field, mutation and subscription there is, asked by people of one co-op for the data of another. What is asked
/// is read from the schema, so a new field is proven here from its first day.
/// </summary>
public sealed class IsolationTests(TwoCoops house) : IClassFixture<TwoCoops>
{
    private static readonly Viewer[] Insiders =
    [
        Viewer.Observer,
        Viewer.Resident,
        Viewer.Maintainer,
        Viewer.Admin,
        Viewer.AdminReading,
        Viewer.AdminOfBothRestricted,
    ];

    private static readonly Viewer[] Outsiders =
    [
        Viewer.Nobody,
        Viewer.Superuser,
        Viewer.Former,
        Viewer.RoleEndedYesterday,
    ];

    /// <summary>Not an answer about the other co-op but a refusal to look: codes of top-level errors.</summary>
    private static readonly string[] Refused =
    [
        "COOP_NOT_FOUND",
        "COOP_REQUIRED",
        "FORBIDDEN",
        "UNAUTHENTICATED",
        "INVALID_ID",
    ];

    /// <summary>What our own co-op's rules say before the foreign id matters.</summary>
    private static readonly string[] NotThere = ["NOT_IN_HOUSEHOLD", "TASK_NOT_ASSIGNED", "NOT_YOUR_DUTY"];

    /// <summary>What is about the installation and has nothing of any co-op in it.</summary>
    private static readonly string[] OfTheHouse = ["jobs"];

    /// <summary>What says so little that nothing in it is anybody's: numbers and switches of one's own.</summary>
    private static readonly string[] Traceless = ["unreadNotificationCount", "notificationPreferences", "mailHours"];

    private readonly SchemaWalk _walk = new(house.Schema, house.Ours, house.Theirs);

    [Fact]
    public void Every_field_of_the_schema_is_asked_for_and_every_argument_has_a_recipe()
    {
        Assert.NotEmpty(_walk.Queries().ToList());
        Assert.NotEmpty(_walk.Mutations().ToList());
        Assert.NotEmpty(_walk.Subscriptions().ToList());
        Assert.Empty(Recipes.Missing.Keys.Order());
        Assert.Empty(_walk.Reachable().Except(_walk.Asked).Order());
    }

    [Fact]
    public async Task The_owners_find_what_is_asked_for()
    {
        foreach (
            var operation in _walk.Queries().Where(o => !OfTheHouse.Contains(o.Field) && !Traceless.Contains(o.Field))
        )
        {
            var answer = await house.TheirAdmin.AskAsync(operation.Text, "seestrasse");
            Assert.True(answer.Codes().Length == 0, $"{operation.Field}: {answer}");
            Assert.True(house.TheirTraces.FindIn(answer) is not null, $"{operation}\n{answer}");
        }
    }

    [Fact]
    public async Task Nobody_finds_or_changes_anything_of_another_co_op_from_within_their_own()
    {
        var before = await house.TheirTraces.FingerprintAsync();
        foreach (var viewer in Insiders.Concat(Outsiders))
        {
            foreach (var operation in _walk.Queries().Concat(_walk.Mutations()))
            {
                var answer = await house[viewer].AskAsync(operation.Text, "lindenhof");
                AssertNothingTold(viewer, operation, answer);
                if (operation.Places.Count > 0)
                {
                    AssertNotFound(viewer, operation, answer);
                }
            }
        }

        Assert.Equal(before, await house.TheirTraces.FingerprintAsync());
    }

    [Fact]
    public async Task Nobody_enters_a_co_op_they_are_not_a_member_of()
    {
        var before = await house.TheirTraces.FingerprintAsync();
        foreach (var viewer in Insiders.Concat(Outsiders))
        {
            foreach (var operation in _walk.Queries().Concat(_walk.Mutations()))
            {
                var answer = await house[viewer].AskAsync(operation.Text, "seestrasse");
                AssertNothingTold(viewer, operation, answer);
                AssertNotFound(viewer, operation, answer);
                // Who is not signed in has not asked for a co-op.
                var refusal = viewer == Viewer.Nobody || answer.Codes() is ["COOP_NOT_FOUND"];
                Assert.True(refusal, $"{viewer} {operation}\n{answer}");
            }
        }

        Assert.Equal(before, await house.TheirTraces.FingerprintAsync());
    }

    [Fact]
    public async Task Without_a_co_op_nothing_of_any_co_op_is_found()
    {
        foreach (var viewer in new[] { Viewer.Superuser, Viewer.Admin, Viewer.AdminOfBothRestricted })
        {
            foreach (
                var operation in _walk
                    .Queries()
                    .Concat(_walk.Mutations())
                    .Where(o => o.Field is not ("createCoop" or "inviteFirstAdministrator"))
            )
            {
                var answer = await house[viewer].AskAsync(operation.Text, coop: null);
                AssertNothingTold(viewer, operation, answer);
                if (operation.Field != "me" && !OfTheHouse.Contains(operation.Field))
                {
                    AssertNotFound(viewer, operation, answer);
                }
            }
        }
    }

    [Theory]
    [InlineData("/exports/members.csv")]
    [InlineData("/exports/units.csv")]
    [InlineData("/exports/households.csv")]
    [InlineData("/exports/occupancies.csv")]
    public async Task Lists_are_exported_to_the_board_of_their_own_co_op_only(string list)
    {
        Assert.Contains(
            house.Theirs.Word,
            await ExportAsync(house.TheirAdmin, list, "seestrasse", 200),
            StringComparison.Ordinal
        );
        foreach (var viewer in Insiders.Concat(Outsiders))
        {
            var status = viewer == Viewer.Nobody ? 401 : 404;
            Assert.DoesNotContain(
                house.Theirs.Word,
                await ExportAsync(house[viewer], list, "seestrasse", status),
                StringComparison.Ordinal
            );
            var own = viewer switch
            {
                Viewer.Nobody => 401,
                Viewer.Superuser or Viewer.Former or Viewer.RoleEndedYesterday => 404,
                Viewer.Admin or Viewer.AdminReading or Viewer.AdminOfBothRestricted => 200,
                _ => 403,
            };
            Assert.DoesNotContain(
                house.Theirs.Word,
                await ExportAsync(house[viewer], list, "lindenhof", own),
                StringComparison.Ordinal
            );
        }
    }

    private static async Task<string> ExportAsync(HttpClient client, string list, string coop, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, list);
        request.Headers.Add("Cooperator-Coop", coop);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(
            (int)answer.StatusCode == status,
            $"{list} of {coop}: {(int)answer.StatusCode} instead of {status}: {text}"
        );
        return text;
    }

    private void AssertNothingTold(Viewer viewer, Operation operation, JsonElement answer)
    {
        var told = house.TheirTraces.FindIn(answer);
        Assert.True(told is null, $"{viewer} was told {told}:\n{operation}\n{answer}");
    }

    /// <summary>Null, an empty list, or a refusal; never a failure of ours and never success.</summary>
    private static void AssertNotFound(Viewer viewer, Operation operation, JsonElement answer)
    {
        var codes = answer.Codes();
        var failed = codes.Except(Refused).Any();
        var data = answer.TryGetProperty("data", out var found) ? found : default;
        var nothing = codes.Length > 0 || data.EnumerateObject().All(field => IsNothing(field.Value));
        Assert.True(!failed && nothing, $"{viewer}: {operation}\n{answer}");
    }

    private static bool IsNothing(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.Array => value.EnumerateArray().All(IsNothing),
            JsonValueKind.Object when value.TryGetProperty("errors", out var errors) => errors.ValueKind
                == JsonValueKind.Array
                && errors.EnumerateArray().Select(e => e.Text("code")).All(IsNotThere),
            JsonValueKind.Object when value.TryGetProperty("edges", out var edges) => IsNothing(edges),
            _ => false,
        };

    private static bool IsNotThere(string code) =>
        code.EndsWith("_NOT_FOUND", StringComparison.Ordinal) || NotThere.Contains(code);
}
