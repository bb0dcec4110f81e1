/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What is absent stays as it is; null removes it. */
export type ChangeContactDetailsInput = {
  readonly email?: string | null | undefined;
  readonly emailVisibility?: ContactVisibility | null | undefined;
  readonly memberId: string;
  readonly phone?: string | null | undefined;
  readonly phoneVisibility?: ContactVisibility | null | undefined;
};

/** Who may see a contact detail; each member decides for each detail. */
export type ContactVisibility =
  /** Administrators only. */
  | 'BOARD'
  /** Everyone in the co-op but observers. */
  | 'MEMBERS';

/** A language theCooperator speaks. */
export type Language =
  | 'DE'
  | 'EN'
  | 'ES'
  | 'FR';

export type MyProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProfileQuery = { readonly me: { readonly __typename: 'Me', readonly account: { readonly __typename: 'Account', readonly id: string, readonly email: string, readonly name: string, readonly language: Language, readonly totpEnabled: boolean }, readonly member: { readonly __typename: 'Member', readonly id: string, readonly displayName: string, readonly contact: { readonly __typename: 'ContactDetails', readonly email: string | null, readonly phone: string | null } | null, readonly contactVisibility: { readonly __typename: 'ContactVisibilitySettings', readonly email: ContactVisibility, readonly phone: ContactVisibility } | null } | null } | null };

export type ChangeContactDetailsMutationVariables = Exact<{
  input: ChangeContactDetailsInput;
}>;


export type ChangeContactDetailsMutation = { readonly changeContactDetails: { readonly __typename: 'ChangeContactDetailsPayload', readonly member: { readonly __typename: 'Member', readonly id: string, readonly displayName: string, readonly contact: { readonly __typename: 'ContactDetails', readonly email: string | null, readonly phone: string | null } | null, readonly contactVisibility: { readonly __typename: 'ContactVisibilitySettings', readonly email: ContactVisibility, readonly phone: ContactVisibility } | null } | null, readonly errors: ReadonlyArray<
      | { readonly __typename: 'InvalidInputError', readonly code: string, readonly message: string, readonly path: ReadonlyArray<string>, readonly min: number | null, readonly max: number | null }
      | { readonly __typename: 'MemberNotFoundError' }
    > | null } };

export type ContactDetailsForm_MemberFragment = { readonly __typename: 'Member', readonly id: string, readonly displayName: string, readonly contact: { readonly __typename: 'ContactDetails', readonly email: string | null, readonly phone: string | null } | null, readonly contactVisibility: { readonly __typename: 'ContactVisibilitySettings', readonly email: ContactVisibility, readonly phone: ContactVisibility } | null };

export const ContactDetailsForm_MemberFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ContactDetailsForm_member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactVisibility"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}}]}}]} as unknown as DocumentNode<ContactDetailsForm_MemberFragment, unknown>;
export const MyProfileDocument = {"kind":"Document","hash":"b45651e3bca43713b3208e47516be3771792c3667d83de71b3678eed0c472ef9","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyProfile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"language"}},{"kind":"Field","name":{"kind":"Name","value":"totpEnabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ContactDetailsForm_member"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ContactDetailsForm_member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactVisibility"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}}]}}]} as unknown as DocumentNode<MyProfileQuery, MyProfileQueryVariables>;
export const ChangeContactDetailsDocument = {"kind":"Document","hash":"62280f5c93144c277d322b0e4264a19cf69122024617f9d173919a9b6f024520","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeContactDetails"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeContactDetailsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeContactDetails"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"member"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ContactDetailsForm_member"}}]}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ContactDetailsForm_member"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Member"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"contact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}},{"kind":"Field","name":{"kind":"Name","value":"contactVisibility"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phone"}}]}}]}}]} as unknown as DocumentNode<ChangeContactDetailsMutation, ChangeContactDetailsMutationVariables>;