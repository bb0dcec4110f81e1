import { graphql } from 'relay-runtime';

export const members = graphql`
  query operationsMembersQuery($first: Int!, $after: String) {
    members(first: $first, after: $after) @connection(key: "Relay_members") {
      edges {
        node {
          id
          displayName
          roles
          unit {
            number
          }
        }
      }
    }
  }
`;

export const home = graphql`
  fragment operations_home on Member @refetchable(queryName: "operationsHomeQuery") {
    roles
    unit {
      number
    }
  }
`;

export const addTask = graphql`
  mutation operationsAddTaskMutation($input: AddTaskInput!) {
    addTask(input: $input) {
      task {
        id
        title
      }
      errors {
        __typename
      }
    }
  }
`;

export const changeTask = graphql`
  mutation operationsChangeTaskMutation($input: ChangeTaskInput!) {
    changeTask(input: $input) {
      task {
        id
        title
      }
      errors {
        __typename
      }
    }
  }
`;

export const removeTask = graphql`
  mutation operationsRemoveTaskMutation($input: RemoveTaskInput!) {
    removeTask(input: $input) {
      task {
        id @deleteRecord
      }
    }
  }
`;

export const task = graphql`
  query operationsTaskQuery($id: ID!) {
    node(id: $id) {
      id
      ... on Task {
        title
      }
    }
  }
`;

export const taskChanged = graphql`
  subscription operationsTaskChangedSubscription {
    taskChanged {
      task {
        id
        title
      }
    }
  }
`;
