using System.ComponentModel.DataAnnotations;

namespace Cooperator.Api.Features.Imports;

/// <summary><c>Imports</c>: how large a list may be.</summary>
public sealed record ImportSettings
{
    /// <summary>Bytes of one file. Default 10 MiB.</summary>
    [Range(1_024, 1_073_741_824)]
    public long MaxBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Rows of one file. Default 50,000.</summary>
    [Range(1, 1_000_000)]
    public int MaxRows { get; init; } = 50_000;

    /// <summary>How many hours a list is kept for. Default 24.</summary>
    [Range(1, 720)]
    public int KeptHours { get; init; } = 24;
}
