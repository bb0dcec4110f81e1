using Cooperator.Api.Features.Members;

namespace Cooperator.Api.Tests.Features.Tasks;

/// <summary>What is full is full, for two at once as well.</summary>
public sealed class BoardLimitTests(BoardHouse board) : IClassFixture<BoardHouse>
{
    [Fact]
    public async Task The_last_place_of_a_column_is_taken_once()
    {
        var cards = await AddAsync(4);
        await board[Role.Admin]
            .DataAsync(
                """mutation { setBoardColumn(input: { column: REVIEW, name: "Abnahme", wipLimit: 1 }) { boardColumn { name } } }"""
            );

        var outcomes = await Task.WhenAll(cards.Select(card => board.OutcomeAsync(Role.Resident, Move(card))));

        Assert.Single(outcomes, o => o is null);
        Assert.Equal(3, outcomes.Count(o => o == "COLUMN_IS_FULL"));
        Assert.Single(await board.TitlesAsync("REVIEW"));
        var told = await board[Role.Resident]
            .DataAsync(
                $$"""
                mutation {
                  addTask(input: { title: "Neu", column: REVIEW }) { errors { ... on ColumnIsFullError { message column limit } } }
                }
                """
            );
        Assert.Equal(
            """{"addTask":{"errors":[{"message":"The column is full: it takes 1 cards at once.","column":"REVIEW","limit":1}]}}""",
            told.ToString()
        );

        // What is there may move about in it, and out of it.
        Assert.Null(await board.OutcomeAsync(Role.Resident, Move(cards[Array.IndexOf(outcomes, null)])));
    }

    [Fact]
    public async Task Of_a_crowd_as_many_get_in_as_there_are_places()
    {
        var cards = await AddAsync(16);
        await board[Role.Admin]
            .DataAsync(
                """mutation { setBoardColumn(input: { column: IN_PROGRESS, wipLimit: 5 }) { boardColumn { wipLimit } } }"""
            );

        var outcomes = await Task.WhenAll(
            cards.Select(card =>
                board.OutcomeAsync(Role.Resident, $$"""moveTask(input: { taskId: "{{card}}", column: IN_PROGRESS })""")
            )
        );

        Assert.Equal((5, 11), (outcomes.Count(o => o is null), outcomes.Count(o => o == "COLUMN_IS_FULL")));
    }

    [Fact]
    public async Task Done_takes_any_number()
    {
        var refused = await board[Role.Admin]
            .DataAsync(
                """mutation { setBoardColumn(input: { column: DONE, wipLimit: 5 }) { errors { ... on Error { code } } } }"""
            );
        Assert.Equal("""{"setBoardColumn":{"errors":[{"code":"OUT_OF_RANGE"}]}}""", refused.ToString());
    }

    [Fact]
    public async Task Nobody_has_more_tasks_than_the_limit_in_however_many_tabs()
    {
        var cards = await AddAsync(6);
        await LimitAsync("2");
        try
        {
            var taken = await Task.WhenAll(cards.Select(card => board.OutcomeAsync(Role.Resident, Take(card))));

            Assert.Equal(2, taken.Count(o => o is null));
            Assert.Equal(4, taken.Count(o => o == "ASSIGNMENT_LIMIT_REACHED"));
            var mine = await board[Role.Resident].DataAsync("{ myTasks { totalCount } }");
            Assert.Equal(2, mine.GetProperty("myTasks").GetProperty("totalCount").GetInt32());

            // By others too, with the numbers; and what is done makes room, until it is reopened.
            var free = cards.Where((_, i) => taken[i] is not null).ToList();
            var assign =
                $$"""assignTask(input: { taskId: "{{free[0]}}", memberId: "{{board.IdOf(Role.Resident)}}" })""";
            var told = await board[Role.Maintainer]
                .DataAsync(
                    $$"""mutation { {{assign}} { errors { ... on AssignmentLimitReachedError { limit active } } } }"""
                );
            Assert.Equal("""{"assignTask":{"errors":[{"limit":2,"active":2}]}}""", told.ToString());
            var held = cards[Array.IndexOf(taken, null)];
            Assert.Null(await board.OutcomeAsync(Role.Resident, $"completeTask(input: {{ taskId: \"{held}\" }})"));
            Assert.Null(await board.OutcomeAsync(Role.Maintainer, assign));
            Assert.Equal(
                "ASSIGNMENT_LIMIT_REACHED",
                await board.OutcomeAsync(Role.Resident, $"reopenTask(input: {{ taskId: \"{held}\" }})")
            );

            // Who is exempt may have more; why is not for everybody.
            await ExemptAsync();
            Assert.Null(await board.OutcomeAsync(Role.Resident, Take(free[1])));
            Assert.Equal("""{"until":"2099-12-31","reason":"war krank"}""", await ExemptionAsync(Role.Admin));
            Assert.Equal("""{"until":"2099-12-31","reason":"war krank"}""", await ExemptionAsync(Role.Resident));
            Assert.Equal("""{"until":"2099-12-31","reason":null}""", await ExemptionAsync(Role.Maintainer));
            await board[Role.Admin]
                .DataAsync(
                    $$"""mutation { endAssignmentExemption(input: { memberId: "{{board.IdOf(Role.Resident)}}" }) { member { id } } }"""
                );
            Assert.Equal("ASSIGNMENT_LIMIT_REACHED", await board.OutcomeAsync(Role.Resident, Take(free[2])));
        }
        finally
        {
            await LimitAsync("null");
        }
    }

    [Fact]
    public async Task Tasks_are_given_to_those_who_may_act_today()
    {
        var card = (await AddAsync(1))[0];
        string Assign(string member) => $$"""assignTask(input: { taskId: "{{card}}", memberId: "{{member}}" })""";
        var left = await board[Role.Admin]
            .DataAsync(
                """mutation { addMember(input: { givenName: "Uwe", familyName: "Weg", joinedOn: "2020-01-01" }) { member { id } } }"""
            );
        var former = left.GetProperty("addMember").GetProperty("member").GetProperty("id").GetString()!;
        Assert.Null(await board.OutcomeAsync(Role.Maintainer, Assign(former)));
        await board[Role.Admin]
            .DataAsync(
                $$"""mutation { endMembership(input: { memberId: "{{former}}", leftOn: "2024-01-01" }) { member { id } } }"""
            );

        Assert.Null(await board.OutcomeAsync(Role.Maintainer, Assign(board.IdOf(Role.Resident))));
        Assert.Equal("MEMBER_TAKES_NO_TASKS", await board.OutcomeAsync(Role.Maintainer, Assign(former)));
        Assert.Equal(
            "MEMBER_TAKES_NO_TASKS",
            await board.OutcomeAsync(Role.Maintainer, Assign(board.IdOf(Role.Observer)))
        );
        Assert.Equal(["FORBIDDEN"], await CodesAsync(Role.Resident, Assign(board.IdOf(Role.Maintainer))));
        var others = $$"""releaseTask(input: { taskId: "{{card}}", memberId: "{{former}}" })""";
        Assert.Equal(["FORBIDDEN"], await CodesAsync(Role.Resident, others));
        // Who left gave back what they had.
        Assert.Equal("TASK_NOT_ASSIGNED", await board.OutcomeAsync(Role.Maintainer, others));
        var own = $$"""releaseTask(input: { taskId: "{{card}}" })""";
        Assert.Null(await board.OutcomeAsync(Role.Resident, own));
        Assert.Equal("TASK_NOT_ASSIGNED", await board.OutcomeAsync(Role.Resident, own));
    }

    [Fact]
    public async Task A_task_is_removed_by_who_added_it_and_by_maintainers()
    {
        var (mine, theirs) = (await board.AddTaskAsync("mine"), await board.AddTaskAsync("theirs", by: Role.Admin));
        string Remove(string card) => $$"""removeTask(input: { taskId: "{{card}}" })""";

        Assert.Null(await board.OutcomeAsync(Role.Resident, Remove(mine)));
        Assert.Equal(["FORBIDDEN"], await CodesAsync(Role.Resident, Remove(theirs)));
        Assert.Null(await board.OutcomeAsync(Role.Maintainer, Remove(theirs)));
        Assert.Equal("TASK_NOT_FOUND", await board.OutcomeAsync(Role.Maintainer, Remove(theirs)));
    }

    private static string Move(string card) => $$"""moveTask(input: { taskId: "{{card}}", column: REVIEW })""";

    private static string Take(string card) => $$"""takeTask(input: { taskId: "{{card}}" })""";

    private Task<string[]> CodesAsync(Role who, string mutation) =>
        board[who].CodesAsync($"mutation {{ {mutation} {{ task {{ id }} }} }}");

    private async Task<string[]> AddAsync(int count)
    {
        var cards = new string[count];
        for (var i = 0; i < count; i++)
        {
            cards[i] = await board.AddTaskAsync($"Karte {i}");
        }

        return cards;
    }

    private Task LimitAsync(string limit) =>
        board[Role.Admin]
            .DataAsync(
                $$"""mutation { setAssignmentLimit(input: { limit: {{limit}} }) { board { assignmentLimit } } }"""
            );

    private Task ExemptAsync() =>
        board[Role.Admin]
            .DataAsync(
                $$"""
                mutation {
                  exemptFromAssignmentLimit(input: {
                    memberId: "{{board.IdOf(Role.Resident)}}", until: "2099-12-31", reason: "war krank"
                  }) { member { id } }
                }
                """
            );

    private async Task<string> ExemptionAsync(Role who)
    {
        var found = await board[who]
            .DataAsync(
                $$"""{ member(id: "{{board.IdOf(Role.Resident)}}") { assignmentExemption { until reason } } }"""
            );
        return found.GetProperty("member").GetProperty("assignmentExemption").ToString();
    }
}
