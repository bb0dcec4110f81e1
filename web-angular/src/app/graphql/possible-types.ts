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
  "Error": [
    "AlreadyInHouseholdError",
    "BuildingHasUnitsError",
    "BuildingNameTakenError",
    "BuildingNotFoundError",
    "CommonPlaceCannotBeLetError",
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
    "RoleAlreadyGrantedError",
    "RoleAssignmentNotFoundError",
    "RoleOutsideMembershipError",
    "SlugTakenError",
    "UnitAlreadyLetError",
    "UnitHasHistoryError",
    "UnitIsLetError",
    "UnitNotFoundError",
    "UnitNumberTakenError"
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
  "RemoveBuildingError": [
    "BuildingHasUnitsError",
    "BuildingNotFoundError",
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
