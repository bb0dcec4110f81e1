using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Imports;

public sealed class ImportNotFoundException() : RefusalException("There is no such import. Lists are kept for a day.");

public sealed class ImportAlreadyAppliedException() : RefusalException("This list has been imported already.");

public sealed class ImportHasFaultsException(int faultCount)
    : RefusalException(
        faultCount == 1
            ? "One row can not be imported. Mend it and upload the list again."
            : $"{faultCount} rows can not be imported. Mend them and upload the list again."
    )
{
    public int FaultCount { get; } = faultCount;
}

public sealed class ImportOutdatedException()
    : RefusalException(
        "The records have changed since the list was read. Upload it again to see what it would do now."
    );
