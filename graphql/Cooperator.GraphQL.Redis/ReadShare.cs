namespace Cooperator.GraphQL.Redis;

/// <summary>
/// How many entries of each topic are asked for at once. All topics together shall bring no more than one reply should hold; but when one has much to catch
/// up with while the others are quiet, it is asked for what they leave.
/// </summary>
internal sealed class ReadShare
{
    /// <summary>How many entries one reply should hold at most.</summary>
    public const int EntriesAtOnce = 256;

    // However many topics there are, a few events of one at the same moment are not yet a backlog, which would be looked into.
    private const int FewestOfEach = 8;

    private int _asked;
    private int _wanted;

    /// <summary>How many to ask for of each of so many topics.</summary>
    public int OfEach(int topics) => _asked = Math.Max(_wanted, Math.Max(FewestOfEach, EntriesAtOnce / topics));

    /// <summary>Learns from a reply: how many entries it brought, and how many of the topic with the most.</summary>
    public void Learn(int brought, int most)
    {
        if (most < _asked || brought > EntriesAtOnce)
        {
            // Nobody is behind, or too many are.
            _wanted = 0;
        }
        else if (brought <= EntriesAtOnce / 2)
        {
            _wanted = _asked * 2;
        }
    }
}
