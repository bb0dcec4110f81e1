namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Counts comparisons, so that no document can keep the validation busy for long.</summary>
internal sealed class WorkBudget(int amount)
{
    private int _remaining = amount;

    /// <summary>Counts some work.</summary>
    /// <exception cref="ValidationAbortedException">There was too much of it.</exception>
    public void Spend(int cost)
    {
        _remaining -= cost;
        if (_remaining < 0)
        {
            throw ValidationAbortedException.TooCostly;
        }
    }
}
