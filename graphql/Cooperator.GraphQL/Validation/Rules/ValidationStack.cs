using System.Runtime.CompilerServices;

namespace Cooperator.GraphQL.Validation.Rules;

/// <summary>Guards rules that follow fragments recursively: a long chain of fragments must not overflow the stack.</summary>
internal static class ValidationStack
{
    /// <summary>Makes sure that there is room for one more step.</summary>
    /// <exception cref="ValidationAbortedException">There is none.</exception>
    public static void Ensure()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw ValidationAbortedException.TooCostly;
        }
    }
}
