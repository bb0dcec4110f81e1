using Cooperator.Api.Database;
using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Tasks;

/// <summary>A column of the board, as the co-op has it.</summary>
/// <remarks>There is a row only for a column that was changed.</remarks>
public sealed class BoardColumn : TenantEntity
{
    internal const int MostCards = 1000;

    private BoardColumn() { }

    public BoardColumn(TaskColumn column) => Column = column;

    public TaskColumn Column { get; private set; }

    /// <summary>What the co-op calls it; null for the usual name.</summary>
    public string? Name { get; private set; }

    /// <summary>How many cards may stand in it at once.</summary>
    public int? WipLimit { get; private set; }

    /// <summary>
    /// Raised with each card that comes into a column with a limit: of two who take the last place both write this row,
    /// so the second one is run again and finds it taken.
    /// </summary>
    public int PlacesTaken { get; private set; }

    public void Set(string? name, int? wipLimit)
    {
        var check = new InputCheck();
        Name = check.Take(() => InvalidInputException.OptionalText(name, "name", 50));
        var most = Column == TaskColumn.Done ? 0 : MostCards;
        check.Require(
            wipLimit is null || (wipLimit >= 1 && wipLimit <= most),
            new InputFault(InputFaultCode.OutOfRange, 1, MostCards),
            "wipLimit"
        );
        check.Demand();
        WipLimit = wipLimit;
        Raise("board.column_changed", new { Column, WipLimit });
    }

    /// <summary>Lets one more card in. <paramref name="cards"/> stand in the column now.</summary>
    public void TakePlace(int cards)
    {
        if (cards >= WipLimit)
        {
            throw new ColumnIsFullException(Column, WipLimit.Value);
        }

        PlacesTaken++;
    }
}
