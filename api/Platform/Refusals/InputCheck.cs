namespace Cooperator.Api.Platform.Refusals;

/// <summary>Looks at every value of an input before it says no, so that a person can put all of them right at once.</summary>
public sealed class InputCheck
{
    private readonly List<InvalidInputException> _faults = [];

    /// <summary>The value; a default one when it is faulty, which must not be used before <see cref="Demand"/>.</summary>
    public T Take<T>(Func<T> value)
    {
        try
        {
            return value();
        }
        catch (InvalidInputException fault)
        {
            _faults.Add(fault);
        }
        catch (AggregateException faults) when (faults.InnerExceptions.All(f => f is InvalidInputException))
        {
            _faults.AddRange(faults.InnerExceptions.Cast<InvalidInputException>());
        }

        return default!;
    }

    public void Require(bool holds, InputFault fault, string path)
    {
        if (!holds)
        {
            _faults.Add(new InvalidInputException(fault, path));
        }
    }

    /// <exception cref="InvalidInputException">One value is faulty.</exception>
    /// <exception cref="AggregateException">Several are.</exception>
    public void Demand()
    {
        if (_faults is [var only])
        {
            throw only;
        }

        if (_faults.Count > 1)
        {
            throw new AggregateException(_faults);
        }
    }
}
