using System.Globalization;
using System.Text.Json;
using Cooperator.Api.Features.Members;
using Cooperator.Api.Tests.Features.Tasks;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Features.Duties;

/// <summary>Duties and their swaps over the API. Day after day the turns go: resident, maintainer.</summary>
public sealed class SwappingTests(BoardHouse board) : IClassFixture<BoardHouse>
{
    [Fact]
    public async Task A_gift_goes_to_the_first_who_accepts_and_the_hours_with_it()
    {
        // arrange
        var (mine, _) = await HandOutAsync();
        var swap = await OfferAsync($"occurrenceId: \"{mine.Id}\", note: \"Bin verreist\"");

        // act: two accept at once
        var outcomes = await Task.WhenAll(
            board.OutcomeAsync(Role.Maintainer, $"acceptDutySwap(input: {{ swapId: \"{swap}\" }})"),
            board.OutcomeAsync(Role.Admin, $"acceptDutySwap(input: {{ swapId: \"{swap}\" }})")
        );

        // assert
        Assert.Equal(["SWAP_NOT_OPEN"], outcomes.OfType<string>());
        var winner = outcomes[0] is null ? Role.Maintainer : Role.Admin;
        Assert.Equal([board.IdOf(winner)], await HoldersAsync(mine));
        Assert.Null(await board.OutcomeAsync(winner, $"completeTask(input: {{ taskId: \"{mine.TaskId}\" }})"));
        Assert.Equal("TASK 1.50", await LinesAsync(winner, mine));
        Assert.Equal("", await LinesAsync(Role.Resident, mine));

        // Reopened, nothing is left of it; done again, it counts once.
        Assert.Null(await board.OutcomeAsync(winner, $"reopenTask(input: {{ taskId: \"{mine.TaskId}\" }})"));
        Assert.Null(await board.OutcomeAsync(winner, $"completeTask(input: {{ taskId: \"{mine.TaskId}\" }})"));
        Assert.Equal("TASK 1.50, REVERSAL -1.50, TASK 1.50", await LinesAsync(winner, mine));
    }

    [Fact]
    public async Task A_swap_moves_both_days_or_none()
    {
        var (mine, theirs) = await HandOutAsync();
        var other = board.IdOf(Role.Maintainer);
        var swap = await OfferAsync(
            $"occurrenceId: \"{mine.Id}\", toMemberId: \"{other}\", inReturnId: \"{theirs.Id}\""
        );

        // Not for others, not by the offerer.
        Assert.Equal("SWAP_NOT_FOR_YOU", await AnswerAsync(Role.Admin, "accept", swap));
        Assert.Equal("SWAP_NOT_FOR_YOU", await AnswerAsync(Role.Resident, "accept", swap));
        Assert.Equal("SWAP_NOT_FOR_YOU", await AnswerAsync(Role.Admin, "decline", swap));
        Assert.Equal("SWAP_NOT_YOURS", await AnswerAsync(Role.Maintainer, "withdraw", swap));

        // The wanted day is done meanwhile: nothing moves, and the offer stays.
        Assert.Null(
            await board.OutcomeAsync(Role.Maintainer, $"completeTask(input: {{ taskId: \"{theirs.TaskId}\" }})")
        );
        Assert.Equal("DUTY_NOT_OPEN", await AnswerAsync(Role.Maintainer, "accept", swap));
        Assert.Equal([board.IdOf(Role.Resident)], await HoldersAsync(mine));
        Assert.Null(await board.OutcomeAsync(Role.Maintainer, $"reopenTask(input: {{ taskId: \"{theirs.TaskId}\" }})"));

        Assert.Null(await AnswerAsync(Role.Maintainer, "accept", swap));
        Assert.Equal([other], await HoldersAsync(mine));
        Assert.Equal([board.IdOf(Role.Resident)], await HoldersAsync(theirs));
        Assert.Equal("SWAP_NOT_OPEN", await AnswerAsync(Role.Resident, "withdraw", swap));

        // For each day it is one thing that happened.
        Assert.Equal(["task.handed_over", "task.handed_out", "task.added"], await KindsAsync(mine));
        Assert.Equal("task.handed_over", (await KindsAsync(theirs))[0]);
        Assert.DoesNotContain("task.released", await KindsAsync(theirs));
    }

    [Fact]
    public async Task Only_the_holder_offers_a_day_once_and_not_to_those_who_can_not_take_it()
    {
        var (mine, theirs) = await HandOutAsync();
        var observer = board.IdOf(Role.Observer);

        Assert.Equal("NOT_YOUR_DUTY", await OfferingAsync($"occurrenceId: \"{theirs.Id}\""));
        Assert.Equal(
            "CANNOT_TAKE_DUTY",
            await OfferingAsync($"occurrenceId: \"{mine.Id}\", toMemberId: \"{observer}\"")
        );
        Assert.Equal(
            "SWAP_NEEDS_PARTNER",
            await OfferingAsync($"occurrenceId: \"{mine.Id}\", inReturnId: \"{theirs.Id}\"")
        );
        Assert.Equal(
            "SWAP_WITH_ONESELF",
            await OfferingAsync($"occurrenceId: \"{mine.Id}\", toMemberId: \"{board.IdOf(Role.Resident)}\"")
        );
        var twice = await Task.WhenAll(
            OfferingAsync($"occurrenceId: \"{mine.Id}\""),
            OfferingAsync($"occurrenceId: \"{mine.Id}\"")
        );
        Assert.Equal(["DUTY_ALREADY_OFFERED"], twice.OfType<string>());
    }

    [Fact]
    public async Task Who_gave_a_day_back_offers_it_no_longer_and_who_takes_it_offers_it_anew()
    {
        var (mine, _) = await HandOutAsync();
        var swap = await OfferAsync($"occurrenceId: \"{mine.Id}\"");

        Assert.Null(await board.OutcomeAsync(Role.Resident, $"releaseTask(input: {{ taskId: \"{mine.TaskId}\" }})"));
        Assert.DoesNotContain(swap, await OpenAsync());
        Assert.Null(await board.OutcomeAsync(Role.Maintainer, $"takeTask(input: {{ taskId: \"{mine.TaskId}\" }})"));

        Assert.Null(await OfferingAsync(Role.Maintainer, mine));
        Assert.Equal("SWAP_NOT_OPEN", await AnswerAsync(Role.Resident, "withdraw", swap));
    }

    [Fact]
    public async Task A_day_that_is_done_or_given_in_return_is_offered_no_longer()
    {
        // Done
        var (mine, theirs) = await HandOutAsync();
        var done = await OfferAsync($"occurrenceId: \"{mine.Id}\"");
        Assert.Null(await board.OutcomeAsync(Role.Admin, $"completeTask(input: {{ taskId: \"{mine.TaskId}\" }})"));
        Assert.DoesNotContain(done, await OpenAsync());

        // Given in return
        var (ours, _) = await HandOutAsync();
        var toAll = await OfferAsync($"occurrenceId: \"{ours.Id}\"");
        var forIt = await board[Role.Maintainer]
            .DataAsync(
                $$"""
                mutation { offerDutySwap(input: {
                  occurrenceId: "{{theirs.Id}}", toMemberId: "{{board.IdOf(Role.Resident)}}", inReturnId: "{{ours.Id}}"
                }) { dutySwap { id } } }
                """
            );
        var swap = Id(forIt.GetProperty("offerDutySwap").GetProperty("dutySwap"));
        Assert.Null(await AnswerAsync(Role.Resident, "accept", swap));
        Assert.DoesNotContain(toAll, await OpenAsync());
        Assert.Null(await OfferingAsync(Role.Maintainer, ours));
    }

    [Fact]
    public async Task A_duty_tells_whose_turns_come_next()
    {
        var duty = (await CreateAsync("FREQ=DAILY", 1)).GetProperty("id").GetString();
        var answer = await board[Role.Observer]
            .DataAsync(
                $"{{ duty(id: \"{duty}\") {{ members {{ id }} nextTurns(count: 3) {{ dueOn member {{ id }} }} }} }}"
            );
        var (resident, maintainer) = (board.IdOf(Role.Resident), board.IdOf(Role.Maintainer));

        var told = answer.GetProperty("duty");
        var turns = told.GetProperty("nextTurns")
            .EnumerateArray()
            .Select(t => $"{t.GetProperty("dueOn")} {Id(t.GetProperty("member"))}");

        // Today and tomorrow are handed out.
        var first = DateOnly.Parse(
            told.GetProperty("nextTurns")[0].GetProperty("dueOn").GetString()!,
            CultureInfo.InvariantCulture
        );
        Assert.Equal(
            $"{resident} {maintainer}: {first:O} {resident}, {first.AddDays(1):O} {maintainer}, {first.AddDays(2):O} {resident}",
            $"{string.Join(' ', told.GetProperty("members").EnumerateArray().Select(Id))}: {string.Join(", ", turns)}"
        );
    }

    [Fact]
    public async Task A_rotation_that_several_set_at_once_is_set()
    {
        var duty = Id(await CreateAsync("FREQ=DAILY", 1));
        var (resident, maintainer, admin) = (
            board.IdOf(Role.Resident),
            board.IdOf(Role.Maintainer),
            board.IdOf(Role.Admin)
        );
        var rotation =
            $$"""rotateDuty(input: { dutyId: "{{duty}}", memberIds: ["{{admin}}", "{{resident}}", "{{maintainer}}"] })""";

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => board.OutcomeAsync(Role.Maintainer, rotation))
        );

        Assert.All(outcomes, Assert.Null);
        var answer = await board[Role.Observer].DataAsync($$"""{ duty(id: "{{duty}}") { members { id } } }""");
        Assert.Equal(
            [admin, resident, maintainer],
            answer.GetProperty("duty").GetProperty("members").EnumerateArray().Select(Id)
        );
    }

    [Theory]
    [InlineData("FREQ=HOURLY", "INVALID_RULE")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "DUTY_NEVER_OCCURS")]
    public async Task A_duty_that_can_not_be_meant_is_refused(string rule, string refusal) =>
        Assert.Equal(refusal, await board.OutcomeAsync(Role.Maintainer, Creation(rule, 1)));

    private async Task<(Day Mine, Day Theirs)> HandOutAsync()
    {
        var duty = (await CreateAsync("FREQ=DAILY", 1)).GetProperty("id").GetString();
        var roster = await board[Role.Resident]
            .DataAsync($$"""{ dutyRoster(dutyId: "{{duty}}") { nodes { id task { id } } } }""");
        var days = roster
            .GetProperty("dutyRoster")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(d => new Day(
                d.GetProperty("id").GetString()!,
                d.GetProperty("task").GetProperty("id").GetString()!
            ))
            .ToList();
        return (days[0], days[1]);
    }

    private async Task<JsonElement> CreateAsync(string rule, int leadDays) =>
        (await board[Role.Maintainer].DataAsync($"mutation {{ {Creation(rule, leadDays)} {{ duty {{ id }} }} }}"))
            .GetProperty("createDuty")
            .GetProperty("duty");

    private string Creation(string rule, int leadDays) =>
        $$"""
            createDuty(input: {
              title: "Hof fegen", rule: "{{rule}}", estimateHours: 1.5, leadDays: {{leadDays}},
              memberIds: ["{{board.IdOf(Role.Resident)}}", "{{board.IdOf(Role.Maintainer)}}"]
            })
            """;

    private async Task<string> OfferAsync(string input) =>
        (
            await board[Role.Resident]
                .DataAsync($"mutation {{ offerDutySwap(input: {{ {input} }}) {{ dutySwap {{ id }} }} }}")
        )
            .GetProperty("offerDutySwap")
            .GetProperty("dutySwap")
            .GetProperty("id")
            .GetString()!;

    private Task<string?> OfferingAsync(string input) =>
        board.OutcomeAsync(Role.Resident, $"offerDutySwap(input: {{ {input} }})");

    private Task<string?> OfferingAsync(Role by, Day day) =>
        board.OutcomeAsync(by, $"offerDutySwap(input: {{ occurrenceId: \"{day.Id}\" }})");

    private async Task<string[]> OpenAsync()
    {
        var answer = await board[Role.Observer].DataAsync("{ openDutySwaps(first: 100) { nodes { id } } }");
        return [.. BoardHouse.Nodes(answer.GetProperty("openDutySwaps")).Select(Id)];
    }

    private Task<string?> AnswerAsync(Role by, string answer, string swap) =>
        board.OutcomeAsync(by, $"{answer}DutySwap(input: {{ swapId: \"{swap}\" }})");

    /// <summary>What happened to a day's task, the latest first.</summary>
    private async Task<string[]> KindsAsync(Day day)
    {
        var answer = await board[Role.Observer]
            .DataAsync($$"""{ task(id: "{{day.TaskId}}") { activity(first: 20) { nodes { kind } } } }""");
        var nodes = BoardHouse.Nodes(answer.GetProperty("task").GetProperty("activity"));
        return [.. nodes.Select(e => e.GetProperty("kind").GetString()!)];
    }

    private async Task<string[]> HoldersAsync(Day day)
    {
        var answer = await board[Role.Observer]
            .DataAsync($$"""{ task(id: "{{day.TaskId}}") { assignments { member { id } } } }""");
        return
        [
            .. answer
                .GetProperty("task")
                .GetProperty("assignments")
                .EnumerateArray()
                .Select(a => a.GetProperty("member").GetProperty("id").GetString()!),
        ];
    }

    /// <summary>What the ledger holds of a task, the latest first.</summary>
    private async Task<string> LinesAsync(Role whose, Day day)
    {
        var answer = await board[whose].DataAsync("{ hoursLines { nodes { kind hours task { id } } } }");
        var lines = BoardHouse.Nodes(answer.GetProperty("hoursLines"));
        return string.Join(
            ", ",
            lines
                .Where(l =>
                    l.GetProperty("task") is { ValueKind: JsonValueKind.Object } task
                    && task.GetProperty("id").GetString() == day.TaskId
                )
                .Select(l => $"{l.GetProperty("kind")} {l.GetProperty("hours")}")
        );
    }

    private static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;

    private sealed record Day(string Id, string TaskId);
}
