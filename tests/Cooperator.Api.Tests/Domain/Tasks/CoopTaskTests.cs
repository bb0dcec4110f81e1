using Cooperator.Api.Features.Members;
using Cooperator.Api.Features.Tasks;
using Cooperator.Api.Platform.Refusals;
using Cooperator.Api.Tests.Support;

namespace Cooperator.Api.Tests.Domain.Tasks;

public sealed class CoopTaskTests
{
    private static readonly Member Alma = Furnish.Member("Alma", "Öztürk");
    private static readonly Member Kerem = Furnish.Member("Kerem", "Aydın");
    private static readonly DateTimeOffset Now = Furnish.Recorded.At;

    private readonly CoopTask _task = Furnish.Task("Treppenhaus streichen", Alma, "a0001");

    [Fact]
    public void Taking_twice_is_taking_once()
    {
        _task.Assign(Alma.Id, Alma.Id, Now);
        _task.Assign(Alma.Id, Alma.Id, Now);
        _task.Assign(Kerem.Id, Alma.Id, Now);

        Assert.Equal([Alma.Id, Kerem.Id], _task.Assignments.Select(a => a.MemberId));
        Assert.Equal(["task.added", "task.taken", "task.assigned"], Kinds());
    }

    [Fact]
    public void Only_who_has_a_task_can_give_it_back() =>
        Assert.Throws<TaskNotAssignedException>(() => _task.Release(Kerem.Id));

    [Fact]
    public void What_is_done_stays_as_it_is_until_it_is_reopened()
    {
        _task.Complete(Kerem.Id, Now);

        Assert.Equal((TaskColumn.Done, Now, Kerem.Id), (_task.Column, _task.CompletedAt, _task.CompletedById));
        Assert.Throws<TaskAlreadyDoneException>(() => _task.Complete(Alma.Id, Now));
        Assert.Throws<TaskAlreadyDoneException>(() => _task.Assign(Alma.Id, Alma.Id, Now));
        Assert.Throws<TaskAlreadyDoneException>(() => _task.Move(new TaskPlace(TaskColumn.Todo, "a1")));
        Assert.Throws<DoneTaskIsKeptException>(_task.Remove);

        _task.Reopen(new TaskPlace(TaskColumn.Review, "a2"));

        Assert.Equal((TaskColumn.Review, "a2", null), (_task.Column, _task.Rank, _task.CompletedAt));
        Assert.Throws<TaskNotDoneException>(() => _task.Reopen(new TaskPlace(TaskColumn.Todo, "a3")));
        Assert.Equal(["task.added", "task.completed", "task.reopened"], Kinds());
    }

    [Fact]
    public void The_checklist_keeps_its_order_when_items_move_and_go()
    {
        var items = new[] { "abkleben", "grundieren", "streichen" }.Select(_task.AddChecklistItem).ToList();
        _task.MoveChecklistItem(items[2].Id, 0);
        _task.RemoveChecklistItem(items[0].Id);
        _task.AddChecklistItem("aufräumen");
        _task.MoveChecklistItem(items[1].Id, 99);

        Assert.Equal(
            ["streichen", "aufräumen", "grundieren"],
            _task.Checklist.OrderBy(i => i.Position).Select(i => i.Text)
        );
        Assert.Throws<ChecklistItemNotFoundException>(() => _task.TickChecklistItem(items[0].Id, done: true));
    }

    [Fact]
    public void All_faults_of_a_description_are_told_at_once()
    {
        var faulty = new TaskDescription(" ", "a\0b", new DateOnly(9999, 1, 1), 1000.5m);

        var faults = Assert.Throws<AggregateException>(() => _task.Change(faulty)).InnerExceptions;

        Assert.Equal(
            ["title", "description", "dueOn", "estimateHours"],
            faults.Cast<InvalidInputException>().Select(f => f.Path[0])
        );
    }

    [Theory]
    [InlineData(3, 2, null, false)]
    [InlineData(3, 3, null, true)]
    [InlineData(3, 4, null, true)]
    [InlineData(null, 400, null, false)]
    [InlineData(3, 3, "2026-05-04", false)]
    [InlineData(3, 3, "2026-05-03", true)]
    public void The_assignment_limit_counts_what_a_member_has(int? most, int active, string? exempt, bool refused)
    {
        var until = exempt is null ? (DateOnly?)null : DateOnly.Parse(exempt);

        var refusal = Record.Exception(() =>
            new AssignmentLimit(most, until).MakeRoom(active, new DateOnly(2026, 5, 4))
        );

        Assert.Equal(refused, refusal is AssignmentLimitReachedException);
    }

    private IEnumerable<string> Kinds() => _task.RaisedEvents.Select(e => e.Kind);
}
