using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Imports;

public sealed class ImportNotFoundException() : RefusalException("There is no such import. Lists are kept for a day.");

public sealed class ImportAlreadyAppliedException() : RefusalException("This list has been imported already.");

public sealed class ImportHasFaultsException : RefusalException
{
    internal ImportHasFaultsException(ImportReport report)
        : base(Sentence(report.Faults.Select(fault => fault.Line).Distinct().Count())) =>
        FaultCount = report.Faults.Count;

    public int FaultCount { get; }

    private static string Sentence(int rows) =>
        rows == 1
            ? "One row can not be imported. Mend it and upload the list again."
            : $"{rows} rows can not be imported. Mend them and upload the list again.";
}

public sealed class ImportOutdatedException()
    : RefusalException(
        "The records have changed since the list was read. Upload it again to see what it would do now."
    );
