export const possibleTypes: Record<string, string[]> = {
  "AddBuildingError": [
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
    "InvalidInputError"
  ],
  "ChangeBuildingError": [
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
    "UnitNotFoundError",
    "UnitNumberTakenError"
  ],
  "CorrectOccupancyError": [
    "InvalidInputError",
    "OccupancyNotFoundError",
    "UnitAlreadyLetError"
  ],
  "CreateCoopError": [
    "InvalidInputError",
    "SlugTakenError"
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
    "BuildingNotFoundError",
    "HouseholdNotFoundError",
    "ImportAlreadyAppliedError",
    "ImportHasFaultsError",
    "ImportNotFoundError",
    "InvalidInputError",
    "InvitationNotFoundError",
    "LastAdminError",
    "MemberAlreadyHasAccountError",
    "MemberNotFoundError",
    "MemberStillLivesHereError",
    "MembershipNotCurrentError",
    "MembershipPeriodsOverlapError",
    "OccupancyNotFoundError",
    "RoleAlreadyGrantedError",
    "RoleAssignmentNotFoundError",
    "SlugTakenError",
    "UnitAlreadyLetError",
    "UnitHasHistoryError",
    "UnitNotFoundError",
    "UnitNumberTakenError"
  ],
  "FormHouseholdError": [
    "AlreadyInHouseholdError",
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "GrantRoleError": [
    "InvalidInputError",
    "MemberNotFoundError",
    "RoleAlreadyGrantedError"
  ],
  "InviteMemberError": [
    "InvalidInputError",
    "MemberAlreadyHasAccountError",
    "MemberNotFoundError"
  ],
  "JoinHouseholdError": [
    "AlreadyInHouseholdError",
    "HouseholdNotFoundError",
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "LeaveHouseholdError": [
    "HouseholdNotFoundError",
    "InvalidInputError",
    "MemberNotFoundError"
  ],
  "MoveInError": [
    "HouseholdNotFoundError",
    "InvalidInputError",
    "MemberNotFoundError",
    "UnitAlreadyLetError",
    "UnitNotFoundError"
  ],
  "MoveOutError": [
    "InvalidInputError",
    "OccupancyNotFoundError"
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
    "InvalidInputError",
    "InvitationNotFoundError"
  ]
};
