using Cooperator.Api.Features.Tasks;
using FsCheck;
using FsCheck.Fluent;

namespace Cooperator.Api.Tests.Domain.Tasks;

/// <summary>Ranks are total and stable, whoever drops what where and in whatever order.</summary>
public sealed class RankTests
{
    [Fact]
    public void Any_cards_dropped_anywhere_stand_where_they_were_dropped() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll<ushort[], int>((drops, seed) => StandsWhereDropped(drops ?? [], new Random(seed)))
        );

    [Fact]
    public void Cards_dropped_into_one_gap_at_once_all_land_in_it() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll<ushort[], int>(
                (drops, seed) =>
                {
                    var random = new Random(seed);
                    var column = Column(drops ?? [], random);
                    var gap = random.Next(column.Count + 1);
                    var (before, after) = (column.ElementAtOrDefault(gap - 1), column.ElementAtOrDefault(gap));

                    // Nobody sees the others' cards yet.
                    var dropped = Enumerable.Range(0, 20).Select(_ => Rank.Between(before, after, random)).ToList();

                    return dropped.Distinct().Count() == dropped.Count
                        && dropped.TrueForAll(rank => IsBetween(before, rank, after));
                }
            )
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void At_the_ends_of_a_column_ranks_stay_short(bool top)
    {
        var random = new Random(1);
        string? end = null;
        for (var i = 0; i < 100_000; i++)
        {
            var next = top ? Rank.Between(null, end, random) : Rank.Between(end, null, random);
            Assert.True(top ? IsBetween(null, next, end) : IsBetween(end, next, null));
            end = next;
        }

        Assert.InRange(end!.Length, 1, 9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ever_the_same_gap_grows_by_a_letter_for_some_cards(bool below)
    {
        var random = new Random(2);
        var (low, high) = (Rank.Between(null, null, random), (string?)null);
        high = Rank.Between(low, null, random);
        for (var i = 1; i <= 1000; i++)
        {
            var middle = Rank.Between(low, high, random);
            Assert.True(IsBetween(low, middle, high));
            Assert.InRange(middle.Length, 1, 16 + i / 4);
            (low, high) = below ? (middle, high) : (low, middle);
        }
    }

    [Fact]
    public void What_was_done_later_stands_further_up()
    {
        var start = new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);
        var ranks = Enumerable
            .Range(0, 1000)
            .Select(i => Rank.Newest(start.AddMicroseconds(i * i), Guid.CreateVersion7()))
            .ToList();
        Assert.Equal(ranks.Order(StringComparer.Ordinal).Reverse(), ranks);
        Assert.Equal(ranks.Count, ranks.Distinct().Count());
    }

    private static bool StandsWhereDropped(ushort[] drops, Random random)
    {
        var column = new List<string>();
        foreach (var drop in drops)
        {
            var gap = drop % (column.Count + 1);
            column.Insert(
                gap,
                Rank.Between(column.ElementAtOrDefault(gap - 1), column.ElementAtOrDefault(gap), random)
            );
        }

        return column.SequenceEqual(column.Order(StringComparer.Ordinal))
            && column.Distinct().Count() == column.Count
            && column.TrueForAll(rank => rank.Length <= 16 + drops.Length / 4);
    }

    private static List<string> Column(ushort[] drops, Random random)
    {
        var column = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var drop in drops)
        {
            var gap = drop % (column.Count + 1);
            column.Add(Rank.Between(column.ElementAtOrDefault(gap - 1), column.ElementAtOrDefault(gap), random));
        }

        return [.. column];
    }

    private static bool IsBetween(string? before, string rank, string? after) =>
        (before is null || string.CompareOrdinal(before, rank) < 0)
        && (after is null || string.CompareOrdinal(rank, after) < 0);
}
