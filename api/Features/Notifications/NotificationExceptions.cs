using Cooperator.Api.Platform.Refusals;

namespace Cooperator.Api.Features.Notifications;

public sealed class NotificationNotFoundException() : RefusalException("There is no such notification.");

public sealed class NotificationCannotBeMutedException()
    : RefusalException("Of this the co-op must tell you: it can not be switched off.");

public sealed class DeliveryNotFoundException() : RefusalException("There is no such delivery.");

public sealed class DeliveryNotToPrintException() : RefusalException("This letter is not one to be printed.");

public sealed class DeliveryNotDeadException() : RefusalException("Only what was given up can be sent again.");
