export const possibleTypes: Record<string, string[]> = {
  "AddBuildingError": [
    "BuildingNameTakenError",
    "InvalidInputError"
  ],
  "AddMemberError": [
    "InvalidInputError"
  ],
  "AddUnitError": [
    "BuildingNotFoundError",
    "InvalidInputError",
    "UnitNumberTakenError"
  ],
  "ApplyImportError": [
    "ImportAlreadyAppliedError",
    "ImportHasFaultsError",
    "ImportNotFoundError",
    "ImportOutdatedError"
  ],
  "ChangeBuildingError": [
    "BuildingNameTakenError",
    "BuildingNotFoundError",
    "InvalidInputError"
  ],
  "ChangeContactDetailsError": [
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "ChangeCoopError": [
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
  "ChangeUnitError": [
    "InvalidInputError",
    "UnitIsLetError",
    "UnitNotFoundError",
    "UnitNumberTakenError"
  ],
  "CorrectOccupancyError": [
    "CommonPlaceCannotBeLetError",
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
  "DissolveHouseholdError": [
    "HouseholdNotFoundError",
    "HouseholdStillLivesHereError",
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
    "BuildingHasUnitsError",
    "BuildingNameTakenError",
    "BuildingNotFoundError",
    "CommonPlaceCannotBeLetError",
    "HoursLineAlreadyReversedError",
    "HoursLineNotFoundError",
    "HoursPeriodNotFoundError",
    "HoursPeriodsOverlapError",
    "HouseholdNotFoundError",
    "HouseholdStillLivesHereError",
    "ImportAlreadyAppliedError",
    "ImportHasFaultsError",
    "ImportNotFoundError",
    "ImportOutdatedError",
    "InvalidInputError",
    "InvitationNotFoundError",
    "InvitationNotOpenError",
    "LastAdminError",
    "MemberAlreadyHasAccountError",
    "MemberNotFoundError",
    "MemberStillLivesHereError",
    "MembershipNotCurrentError",
    "MembershipPeriodsOverlapError",
    "NotInHouseholdError",
    "OccupancyBegunError",
    "OccupancyNotFoundError",
    "OccupancySupersededError",
    "ReversalCannotBeReversedError",
    "RoleAlreadyGrantedError",
    "RoleAssignmentNotFoundError",
    "RoleOutsideMembershipError",
    "SlugTakenError",
    "UnitAlreadyLetError",
    "UnitHasHistoryError",
    "UnitIsLetError",
    "UnitNotFoundError",
    "UnitNumberTakenError",
    "WorkExemptionNotFoundError",
    "WorkExemptionsOverlapError"
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
  "LeaveHouseholdError": [
    "HouseholdNotFoundError",
    "InvalidInputError",
    "NotInHouseholdError"
  ],
  "MoveInError": [
    "AlreadyInHouseholdError",
    "CommonPlaceCannotBeLetError",
    "HouseholdNotFoundError",
    "InvalidInputError",
    "MemberNotFoundError",
    "MembershipNotCurrentError",
    "UnitAlreadyLetError",
    "UnitNotFoundError"
  ],
  "MoveOutError": [
    "CommonPlaceCannotBeLetError",
    "InvalidInputError",
    "MembershipNotCurrentError",
    "OccupancyNotFoundError",
    "OccupancySupersededError",
    "UnitAlreadyLetError"
  ],
  "Node": [
    "Building",
    "Coop",
    "Household",
    "Import",
    "Invitation",
    "Member",
    "Occupancy",
    "Unit"
  ],
  "OpenHoursPeriodError": [
    "HoursPeriodsOverlapError",
    "InvalidInputError"
  ],
  "RecordHoursError": [
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "RemoveBuildingError": [
    "BuildingHasUnitsError",
    "BuildingNotFoundError",
    "InvalidInputError"
  ],
  "RemoveHoursPeriodError": [
    "HoursPeriodNotFoundError",
    "InvalidInputError"
  ],
  "RemoveUnitError": [
    "InvalidInputError",
    "UnitHasHistoryError",
    "UnitNotFoundError"
  ],
  "RenameHouseholdError": [
    "HouseholdNotFoundError",
    "InvalidInputError"
  ],
  "RenameMemberError": [
    "InvalidInputError",
    "MemberNotFoundError"
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
  "RevokeInvitationError": [
    "InvitationNotFoundError",
    "InvitationNotOpenError"
  ],
  "WithdrawOccupancyError": [
    "InvalidInputError",
    "OccupancyBegunError",
    "OccupancyNotFoundError",
    "OccupancySupersededError"
  ]
};
