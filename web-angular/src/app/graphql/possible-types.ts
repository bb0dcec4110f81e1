export const possibleTypes: Record<string, string[]> = {
  "AcceptDutySwapError": [
    "AssignmentLimitReachedError",
    "CannotTakeDutyError",
    "DutyChangedHandsError",
    "DutyNotOpenError",
    "DutySwapNotFoundError",
    "SwapNotForYouError",
    "SwapNotOpenError"
  ],
  "AddBuildingError": [
    "BuildingNameTakenError",
    "InvalidInputError"
  ],
  "AddChecklistItemError": [
    "InvalidInputError",
    "TaskNotFoundError"
  ],
  "AddCommentError": [
    "CommentSubjectNotFoundError",
    "InvalidInputError"
  ],
  "AddMemberError": [
    "InvalidInputError"
  ],
  "AddTaskError": [
    "ColumnIsFullError",
    "InvalidInputError"
  ],
  "AddTaskLabelError": [
    "InvalidInputError",
    "TaskLabelNameTakenError"
  ],
  "AddUnitError": [
    "BuildingNotFoundError",
    "InvalidInputError",
    "UnitNumberTakenError"
  ],
  "AddWebhookError": [
    "InvalidInputError",
    "TooManyWebhooksError",
    "WebhookInsideError"
  ],
  "ApplyImportError": [
    "ImportAlreadyAppliedError",
    "ImportHasFaultsError",
    "ImportNotFoundError",
    "ImportOutdatedError"
  ],
  "AssignTaskError": [
    "AssignmentLimitReachedError",
    "MemberNotFoundError",
    "MemberTakesNoTasksError",
    "TaskAlreadyDoneError",
    "TaskNotFoundError"
  ],
  "ChangeBuildingError": [
    "BuildingNameTakenError",
    "BuildingNotFoundError",
    "InvalidInputError"
  ],
  "ChangeChecklistItemError": [
    "ChecklistItemNotFoundError",
    "InvalidInputError"
  ],
  "ChangeCommentError": [
    "CommentNotFoundError",
    "CommentRemovedError",
    "InvalidInputError"
  ],
  "ChangeContactDetailsError": [
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "ChangeCoopError": [
    "InvalidInputError"
  ],
  "ChangeDutyError": [
    "DutyEndedError",
    "DutyNeverOccursError",
    "DutyNotFoundError",
    "InvalidInputError"
  ],
  "ChangeHoursPeriodError": [
    "HoursPeriodNotFoundError",
    "HoursPeriodsOverlapError",
    "InvalidInputError"
  ],
  "ChangeMemberLanguageError": [
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "ChangeTaskError": [
    "InvalidInputError",
    "TaskNotFoundError"
  ],
  "ChangeTaskLabelError": [
    "InvalidInputError",
    "TaskLabelNameTakenError",
    "TaskLabelNotFoundError"
  ],
  "ChangeUnitError": [
    "InvalidInputError",
    "UnitIsLetError",
    "UnitNotFoundError",
    "UnitNumberTakenError"
  ],
  "ChangeWebhookError": [
    "InvalidInputError",
    "WebhookInsideError",
    "WebhookNotFoundError"
  ],
  "CompleteTaskError": [
    "TaskAlreadyDoneError",
    "TaskNotFoundError"
  ],
  "CorrectOccupancyError": [
    "CommonPlaceCannotBeLetError",
    "HouseholdEmptyError",
    "InvalidInputError",
    "MembershipNotCurrentError",
    "OccupancyNotFoundError",
    "OccupancySupersededError",
    "UnitAlreadyLetError"
  ],
  "CreateCoopError": [
    "InvalidInputError",
    "SlugTakenError"
  ],
  "CreateDutyError": [
    "DutyNeverOccursError",
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "DeclineDutySwapError": [
    "DutySwapNotFoundError",
    "SwapNotForYouError",
    "SwapNotOpenError"
  ],
  "DisableWebhookError": [
    "WebhookNotFoundError"
  ],
  "DissolveHouseholdError": [
    "HouseholdNotFoundError",
    "HouseholdStillLivesHereError",
    "InvalidInputError"
  ],
  "EnableWebhookError": [
    "WebhookNotFoundError"
  ],
  "EndAssignmentExemptionError": [
    "AssignmentExemptionNotFoundError",
    "MemberNotFoundError"
  ],
  "EndDutyError": [
    "DutyEndedError",
    "DutyNotFoundError",
    "InvalidInputError"
  ],
  "EndMembershipError": [
    "InvalidInputError",
    "LastAdminError",
    "MemberNotFoundError",
    "MemberStillLivesHereError",
    "MembershipNotCurrentError"
  ],
  "EndRoleError": [
    "InvalidInputError",
    "LastAdminError",
    "RoleAssignmentNotFoundError"
  ],
  "EndWorkExemptionError": [
    "InvalidInputError",
    "WorkExemptionNotFoundError",
    "WorkExemptionsOverlapError"
  ],
  "Error": [
    "AlreadyInHouseholdError",
    "AssignmentExemptionNotFoundError",
    "AssignmentLimitReachedError",
    "BuildingHasUnitsError",
    "BuildingNameTakenError",
    "BuildingNotFoundError",
    "CalendarFeedNotFoundError",
    "CannotTakeDutyError",
    "ChecklistItemNotFoundError",
    "ColumnIsFullError",
    "CommentNotFoundError",
    "CommentRemovedError",
    "CommentSubjectNotFoundError",
    "CommonPlaceCannotBeLetError",
    "CoopHasAccountsError",
    "DeliveryNotDeadError",
    "DeliveryNotFoundError",
    "DeliveryNotToPrintError",
    "DoneTaskIsKeptError",
    "DutyAlreadyOfferedError",
    "DutyChangedHandsError",
    "DutyEndedError",
    "DutyNeverOccursError",
    "DutyNotFoundError",
    "DutyNotOpenError",
    "DutyOccurrenceNotFoundError",
    "DutySwapNotFoundError",
    "HoursLineAlreadyReversedError",
    "HoursLineNotFoundError",
    "HoursPeriodNotFoundError",
    "HoursPeriodsOverlapError",
    "HouseholdEmptyError",
    "HouseholdNotFoundError",
    "HouseholdStillLivesHereError",
    "ImportAlreadyAppliedError",
    "ImportHasFaultsError",
    "ImportNotFoundError",
    "ImportOutdatedError",
    "InvalidInputError",
    "InvitationNotFoundError",
    "InvitationNotOpenError",
    "JobAlreadyRunningError",
    "JobNotFoundError",
    "LastAdminError",
    "MemberAlreadyHasAccountError",
    "MemberNotFoundError",
    "MemberStillLivesHereError",
    "MemberTakesNoTasksError",
    "MembershipNotCurrentError",
    "MembershipPeriodsOverlapError",
    "NoSuchCoopError",
    "NotInHouseholdError",
    "NotYourDutyError",
    "NotificationCannotBeMutedError",
    "NotificationNotFoundError",
    "OccupancyBegunError",
    "OccupancyNotFoundError",
    "OccupancySupersededError",
    "ReversalCannotBeReversedError",
    "RoleAlreadyGrantedError",
    "RoleAssignmentNotFoundError",
    "RoleOutsideMembershipError",
    "SlugTakenError",
    "SwapNeedsPartnerError",
    "SwapNotForYouError",
    "SwapNotOpenError",
    "SwapNotYoursError",
    "SwapWithOneselfError",
    "TaskAlreadyDoneError",
    "TaskLabelNameTakenError",
    "TaskLabelNotFoundError",
    "TaskNotAssignedError",
    "TaskNotDoneError",
    "TaskNotFoundError",
    "TooManyWebhooksError",
    "UnitAlreadyLetError",
    "UnitHasHistoryError",
    "UnitIsLetError",
    "UnitNotFoundError",
    "UnitNumberTakenError",
    "WebhookDisabledError",
    "WebhookInsideError",
    "WebhookNotFoundError",
    "WorkExemptionNotFoundError",
    "WorkExemptionsOverlapError"
  ],
  "ExemptFromAssignmentLimitError": [
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "ExemptFromWorkError": [
    "InvalidInputError",
    "MemberNotFoundError",
    "WorkExemptionsOverlapError"
  ],
  "FormHouseholdError": [
    "AlreadyInHouseholdError",
    "InvalidInputError",
    "MemberNotFoundError",
    "MembershipNotCurrentError"
  ],
  "GrantRoleError": [
    "InvalidInputError",
    "MemberNotFoundError",
    "RoleAlreadyGrantedError",
    "RoleOutsideMembershipError"
  ],
  "InviteFirstAdministratorError": [
    "CoopHasAccountsError",
    "InvalidInputError",
    "NoSuchCoopError"
  ],
  "InviteMemberError": [
    "InvalidInputError",
    "MemberAlreadyHasAccountError",
    "MemberNotFoundError",
    "MembershipNotCurrentError"
  ],
  "JoinHouseholdError": [
    "AlreadyInHouseholdError",
    "HouseholdNotFoundError",
    "InvalidInputError",
    "MemberNotFoundError",
    "MembershipNotCurrentError"
  ],
  "LabelTaskError": [
    "TaskLabelNotFoundError",
    "TaskNotFoundError"
  ],
  "LeaveHouseholdError": [
    "HouseholdNotFoundError",
    "HouseholdStillLivesHereError",
    "InvalidInputError",
    "NotInHouseholdError"
  ],
  "MarkLettersPrintedError": [
    "DeliveryNotFoundError",
    "DeliveryNotToPrintError"
  ],
  "MarkNotificationReadError": [
    "NotificationNotFoundError"
  ],
  "MoveChecklistItemError": [
    "ChecklistItemNotFoundError"
  ],
  "MoveInError": [
    "AlreadyInHouseholdError",
    "CommonPlaceCannotBeLetError",
    "HouseholdEmptyError",
    "HouseholdNotFoundError",
    "InvalidInputError",
    "MemberNotFoundError",
    "MembershipNotCurrentError",
    "UnitAlreadyLetError",
    "UnitNotFoundError"
  ],
  "MoveOutError": [
    "CommonPlaceCannotBeLetError",
    "HouseholdEmptyError",
    "InvalidInputError",
    "MembershipNotCurrentError",
    "OccupancyNotFoundError",
    "OccupancySupersededError",
    "UnitAlreadyLetError"
  ],
  "MoveTaskError": [
    "AssignmentLimitReachedError",
    "ColumnIsFullError",
    "TaskNotFoundError"
  ],
  "Node": [
    "Building",
    "Comment",
    "Coop",
    "Duty",
    "Household",
    "Import",
    "Invitation",
    "Member",
    "Occupancy",
    "Task",
    "Unit"
  ],
  "OfferDutySwapError": [
    "CannotTakeDutyError",
    "DutyAlreadyOfferedError",
    "DutyChangedHandsError",
    "DutyNotOpenError",
    "DutyOccurrenceNotFoundError",
    "InvalidInputError",
    "MemberNotFoundError",
    "NotYourDutyError",
    "SwapNeedsPartnerError",
    "SwapWithOneselfError"
  ],
  "OpenHoursPeriodError": [
    "HoursPeriodsOverlapError",
    "InvalidInputError"
  ],
  "RecordHoursError": [
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "ReleaseTaskError": [
    "TaskAlreadyDoneError",
    "TaskNotAssignedError",
    "TaskNotFoundError"
  ],
  "RemoveBuildingError": [
    "BuildingHasUnitsError",
    "BuildingNotFoundError",
    "InvalidInputError"
  ],
  "RemoveChecklistItemError": [
    "ChecklistItemNotFoundError"
  ],
  "RemoveCommentError": [
    "CommentNotFoundError",
    "CommentRemovedError"
  ],
  "RemoveHoursPeriodError": [
    "HoursPeriodNotFoundError",
    "InvalidInputError"
  ],
  "RemoveTaskError": [
    "DoneTaskIsKeptError",
    "InvalidInputError",
    "TaskNotFoundError"
  ],
  "RemoveTaskLabelError": [
    "TaskLabelNotFoundError"
  ],
  "RemoveUnitError": [
    "InvalidInputError",
    "UnitHasHistoryError",
    "UnitNotFoundError"
  ],
  "RemoveWebhookError": [
    "WebhookNotFoundError"
  ],
  "RenameHouseholdError": [
    "HouseholdNotFoundError",
    "InvalidInputError"
  ],
  "RenameMemberError": [
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "ReopenTaskError": [
    "AssignmentLimitReachedError",
    "ColumnIsFullError",
    "TaskNotDoneError",
    "TaskNotFoundError"
  ],
  "ReplayDeliveryError": [
    "DeliveryNotDeadError",
    "DeliveryNotFoundError"
  ],
  "ResumeMembershipError": [
    "InvalidInputError",
    "MemberNotFoundError",
    "MembershipPeriodsOverlapError"
  ],
  "ReverseHoursError": [
    "HoursLineAlreadyReversedError",
    "HoursLineNotFoundError",
    "InvalidInputError",
    "ReversalCannotBeReversedError"
  ],
  "RevokeCalendarFeedError": [
    "CalendarFeedNotFoundError"
  ],
  "RevokeInvitationError": [
    "InvitationNotFoundError",
    "InvitationNotOpenError"
  ],
  "RotateDutyError": [
    "DutyEndedError",
    "DutyNotFoundError",
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "RotateWebhookSecretError": [
    "WebhookNotFoundError"
  ],
  "RunJobError": [
    "JobAlreadyRunningError",
    "JobNotFoundError"
  ],
  "SetAssignmentLimitError": [
    "InvalidInputError"
  ],
  "SetBoardColumnError": [
    "InvalidInputError"
  ],
  "SetDigestError": [
    "InvalidInputError"
  ],
  "SetNotificationPreferenceError": [
    "NotificationCannotBeMutedError"
  ],
  "SetQuietHoursError": [
    "InvalidInputError"
  ],
  "TakeTaskError": [
    "AssignmentLimitReachedError",
    "TaskAlreadyDoneError",
    "TaskNotFoundError"
  ],
  "TestWebhookError": [
    "WebhookDisabledError",
    "WebhookNotFoundError"
  ],
  "TickChecklistItemError": [
    "ChecklistItemNotFoundError"
  ],
  "UnlabelTaskError": [
    "TaskLabelNotFoundError",
    "TaskNotFoundError"
  ],
  "WithdrawDutySwapError": [
    "DutySwapNotFoundError",
    "SwapNotOpenError",
    "SwapNotYoursError"
  ],
  "WithdrawOccupancyError": [
    "InvalidInputError",
    "OccupancyBegunError",
    "OccupancyNotFoundError",
    "OccupancySupersededError"
  ]
};
