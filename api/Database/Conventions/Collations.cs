namespace Cooperator.Api.Database.Conventions;

public static class Collations
{
    /// <summary>As people sort: ä beside a, and 2 before 10. Equality is still byte by byte.</summary>
    public const string Natural = "natural";

    /// <summary>Byte by byte, for texts that are no words.</summary>
    public const string Bytes = "C";
}
