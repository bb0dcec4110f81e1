using Cooperator.GraphQL.Language;

namespace Cooperator.GraphQL.Execution;

/// <summary>
/// What compiling an operation may take. Fragments within fragments multiply, and with conditions that exclude each other they double on each
/// level: a document of a few lines must fill neither the memory nor the processor. Not for use by two threads at once.
/// </summary>
internal sealed class CompilingBudget(OperationDefinitionNode operation)
{
    private const int MostSelections = 50_000;
    private const int MostSteps = 250_000;

    private int _selections;
    private int _steps;

    /// <summary>How many selections there are.</summary>
    public int Selections => Volatile.Read(ref _selections);

    /// <summary>Numbers one more selection.</summary>
    /// <exception cref="GraphQLException">There are too many.</exception>
    public int NextSelection()
    {
        if (_selections == MostSelections)
        {
            throw new GraphQLException(
                GraphQLError.At($"The operation selects more than {MostSelections} fields.", operation)
            );
        }

        return _selections++;
    }

    /// <summary>Takes a step: a look at a selection of the document, or at an earlier occurrence of it.</summary>
    /// <exception cref="GraphQLException">There were too many.</exception>
    public void Spend()
    {
        if (++_steps > MostSteps)
        {
            throw new GraphQLException(
                GraphQLError.At("The operation combines its fragments and conditions in too many ways.", operation)
            );
        }
    }
}
