namespace Cooperator.GraphQL;

/// <summary>The mutation may refuse with <typeparamref name="TException"/>; the refusal becomes a member of its <c>errors</c> union.</summary>
/// <remarks>
/// Its code is made of the class' name, its facts are the public properties. A class that stands for several refusals tells them apart
/// by a text property <c>Code</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ErrorAttribute<TException> : Attribute, IErrorAttribute
    where TException : Exception
{
    Type IErrorAttribute.ExceptionType => typeof(TException);
}

/// <summary>Lets the builder read <see cref="ErrorAttribute{TException}"/> without knowing the exception.</summary>
internal interface IErrorAttribute
{
    Type ExceptionType { get; }
}

/// <summary>Adjusts the mutation convention, which holds for every method of a <see cref="MutationTypeAttribute"/> class.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseMutationConventionAttribute : Attribute
{
    /// <summary>The payload's field; the camel-case name of the returned type when null.</summary>
    public string? PayloadFieldName { get; init; }

    /// <summary>Whether the method is an ordinary field: no input, no payload.</summary>
    public bool Disable { get; init; }
}
