using Cooperator.Api.Features.Tasks;
using FsCheck;
using FsCheck.Fluent;

namespace Cooperator.Api.Tests.Domain.Duties;

public sealed class TaskHoursTests
{
    [Fact]
    public void Shares_differ_by_a_hundredth_at_most_and_are_the_whole_together() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                Gen.Choose(1, 100_000).Zip(Gen.Choose(1, 40)).ToArbitrary(),
                work =>
                {
                    var shares = TaskHours.Shares(work.Item1 / 100m, work.Item2).ToList();
                    return shares.Count == work.Item2
                        && shares.Sum() == work.Item1 / 100m
                        && shares.Max() - shares.Min() <= 0.01m;
                }
            )
        );
}
