using Cooperator.Api.Features.Hours;
using FsCheck;
using FsCheck.Fluent;

namespace Cooperator.Api.Tests.Domain.Hours;

public sealed class FairnessTests
{
    [Fact]
    public void Fewer_than_five_are_not_shown_at_all() => Assert.Null(Fairness.Of([0, 50, 100, 120]));

    [Fact]
    public void Small_cells_come_together_with_their_neighbours()
    {
        var fairness = Fairness.Of([0, 10, 30, 60, 80, 100, 100, 110, 110, 120, 300])!;

        Assert.Equal(11, fairness.Members);
        Assert.Equal(100, fairness.MedianPercent);
        Assert.Equal([new(null, 100, 5), new FairnessCell(100, null, 6)], fairness.Distribution);
    }

    [Fact]
    public void Of_any_house_every_cell_holds_five_and_all_members_are_in_one() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Gen.Choose(-50, 300).ListOf().ToArbitrary(),
                percents =>
                {
                    var list = percents.ToList();
                    if (Fairness.Of(list) is not { } fairness)
                    {
                        return list.Count < Fairness.SmallestCell;
                    }

                    var cells = fairness.Distribution;
                    return cells.All(c => c.Members >= Fairness.SmallestCell && c.Members == list.Count(c.Holds))
                        && cells.Sum(c => c.Members) == list.Count
                        && cells[0].FromPercent is null
                        && cells[^1].BelowPercent is null;
                }
            )
        );
}

internal static class FairnessCells
{
    public static bool Holds(this FairnessCell cell, int percent) =>
        (cell.FromPercent is null || percent >= cell.FromPercent)
        && (cell.BelowPercent is null || percent < cell.BelowPercent);
}
