// The schema and the resolvers of the bench, for any server that takes SDL and a map of resolvers: one SQL statement for a field
// of the root, a data loader for each relation.

import { randomUUID } from 'node:crypto';
import DataLoader from 'dataloader';
import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  options: `-c app.coop_id=${process.env.COOP_ID}`,
  max: 16,
});

export const typeDefs = /* GraphQL */ `
  enum Language {
    EN
    DE
    FR
    ES
  }
  enum Role {
    ADMIN
    MAINTAINER
    RESIDENT
    OBSERVER
  }
  scalar Date
  type Building {
    id: ID!
    name: String!
  }
  type Unit {
    id: ID!
    number: String!
    building: Building!
  }
  type Member {
    id: ID!
    displayName: String!
    language: Language!
    joinedOn: Date
    roles: [Role!]!
    unit: Unit
  }
  type PageInfo {
    hasNextPage: Boolean!
    endCursor: String
  }
  type MemberConnection {
    nodes: [Member!]
    pageInfo: PageInfo!
  }
  type Item {
    id: Int!
    name: String!
    price: Float!
    isOpen: Boolean!
    note: String
  }
  enum TaskColumn {
    TODO
    IN_PROGRESS
    REVIEW
    DONE
  }
  type Task {
    id: ID!
    title: String!
    column: TaskColumn!
    dueOn: Date
    assignees: [Member!]!
  }
  type TaskConnection {
    nodes: [Task!]
  }
  input AddTaskInput {
    title: String!
  }
  type Error {
    code: String!
  }
  type AddTaskPayload {
    task: Task
    errors: [Error!]
  }
  type Mutation {
    addTask(input: AddTaskInput!): AddTaskPayload!
  }
  type Query {
    member(id: ID!): Member
    members(first: Int): MemberConnection
    tasks(first: Int): TaskConnection
    items: [Item!]!
  }
`;

const items = Array.from({ length: 1000 }, (_, id) => ({
  id,
  name: `Item ${id}`,
  price: id * 1.25,
  isOpen: id % 2 === 0,
  note: id % 3 === 0 ? null : 'a note',
}));

const today = 'valid_from <= current_date AND (valid_until IS NULL OR valid_until >= current_date)';

const statements = {
  member: 'SELECT id, display_name, language FROM members WHERE id = $1',
  members: `SELECT m.id, m.display_name, m.language, m.sort_name FROM members m
    WHERE EXISTS (SELECT 1 FROM membership_periods p WHERE p.coop_id = m.coop_id AND p.member_id = m.id
      AND p.joined_on <= current_date AND (p.left_on IS NULL OR p.left_on >= current_date))
    ORDER BY m.sort_name, m.id LIMIT $1`,
  periods: 'SELECT member_id, joined_on FROM membership_periods WHERE member_id = ANY($1) ORDER BY joined_on',
  roles: `SELECT member_id, role FROM role_assignments WHERE member_id = ANY($1) AND ${today} ORDER BY role`,
  homes: `SELECT x.member_id, u.id, u.number, u.building_id FROM (
      SELECT o.coop_id, o.member_id, o.unit_id FROM occupancies o
        WHERE o.superseded_at IS NULL AND o.is_primary AND ${today} AND o.member_id = ANY($1)
      UNION ALL
      SELECT o.coop_id, h.member_id, o.unit_id
        FROM (SELECT * FROM household_memberships WHERE member_id = ANY($1) AND ${today}) h
        JOIN (SELECT * FROM occupancies WHERE superseded_at IS NULL AND is_primary AND ${today}) o
          ON o.coop_id = h.coop_id AND o.household_id = h.household_id
    ) x JOIN units u ON u.coop_id = x.coop_id AND u.id = x.unit_id ORDER BY u.number`,
  tasks: 'SELECT id, title, board_column, due_on FROM tasks ORDER BY created_at DESC, id DESC LIMIT $1',
  assignees: `SELECT a.task_id, m.id, m.display_name FROM task_assignments a
    JOIN members m ON m.coop_id = a.coop_id AND m.id = a.member_id WHERE a.task_id = ANY($1) ORDER BY m.sort_name, m.id`,
  addTask: `INSERT INTO tasks (id, coop_id, title, board_column, rank, created_by_id, created_at, completions, holders_version)
    VALUES ($1::uuid, current_setting('app.coop_id')::uuid, $2, 'TODO', 'z' || $1::uuid, $3::uuid, now(), 0, 0)
    RETURNING id, title, board_column, due_on`,
  buildings: 'SELECT id, name FROM buildings WHERE id = ANY($1)',
};

const ask = async (name, ...values) => (await pool.query({ name, text: statements[name], values })).rows;

const one = (name, key) =>
  new DataLoader(async (ids) => {
    const found = new Map();
    for (const row of await ask(name, ids)) {
      if (!found.has(row[key])) {
        found.set(row[key], row);
      }
    }

    return ids.map((id) => found.get(id) ?? null);
  });

const many = (name, key) =>
  new DataLoader(async (ids) => {
    const found = new Map(ids.map((id) => [id, []]));
    for (const row of await ask(name, ids)) {
      found.get(row[key]).push(row);
    }

    return ids.map((id) => found.get(id));
  });

export const context = () => ({
  homes: one('homes', 'member_id'),
  buildings: one('buildings', 'id'),
  periods: many('periods', 'member_id'),
  roles: many('roles', 'member_id'),
  assignees: many('assignees', 'task_id'),
});

const nodeId = (type, id) =>
  Buffer.concat([Buffer.from(`${type}:`), Buffer.from(id.replaceAll('-', ''), 'hex')]).toString('base64url');

const rowId = (text) => Buffer.from(text, 'base64url').subarray(-16).toString('hex');

export const resolvers = {
  Query: {
    member: async (_, { id }) => (await ask('member', rowId(id)))[0] ?? null,
    members: async (_, { first = 50 }) => {
      const rows = await ask('members', first + 1);
      const nodes = rows.slice(0, first);
      const last = nodes.at(-1);
      return {
        nodes,
        pageInfo: {
          hasNextPage: rows.length > first,
          endCursor: last ? Buffer.from(last.sort_name + last.id).toString('base64url') : null,
        },
      };
    },
    tasks: async (_, { first = 50 }) => ({ nodes: await ask('tasks', first) }),
    items: () => items,
  },
  Mutation: {
    addTask: async (_, { input }) => ({
      task: (await ask('addTask', randomUUID(), input.title, process.env.MEMBER_ID))[0],
      errors: null,
    }),
  },
  Task: {
    id: (task) => nodeId('Task', task.id),
    column: (task) => task.board_column,
    dueOn: (task) => task.due_on,
    assignees: (task, _, { assignees }) => assignees.load(task.id),
  },
  Member: {
    id: (member) => nodeId('Member', member.id),
    displayName: (member) => member.display_name,
    joinedOn: async (member, _, { periods }) => (await periods.load(member.id)).at(-1)?.joined_on ?? null,
    roles: async (member, _, { roles }) => (await roles.load(member.id)).map((r) => r.role),
    unit: (member, _, { homes }) => homes.load(member.id),
  },
  Unit: {
    id: (unit) => nodeId('Unit', unit.id),
    building: (unit, _, { buildings }) => buildings.load(unit.building_id),
  },
  Building: { id: (building) => nodeId('Building', building.id) },
};
