import { recordType } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import * as z from 'zod'
import { roleNames } from '../access/roles.ts'
import { foldEmail } from '../shared/rules.ts'
import { User, userFields } from './schema.ts'

export const userType = recordType<User>({
  kind: 'user',
  plural: 'users',
  name: 'User',
  schema: User,
  fields: userFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
  parent: 'managerId',
  unique: (user) => [
    { scope: 'user.email', value: foldEmail(user.email) },
    ...(user.subject ? [{ scope: 'user.subject', value: user.subject }] : []),
  ],
  search: (user) => ({ words: [user.name, user.title], values: [foldEmail(user.email)] }),
  filters: { memberOf: ref('team'), role: z.enum(roleNames) },
  facets: (user) => [
    ...(user.teamIds ?? []).map((value) => ({ field: 'memberOf', value })),
    ...user.roles.map((value) => ({ field: 'role', value })),
  ],
  fieldGroups: {
    administration: ['email', 'roles', 'managerId', 'teamIds', 'status', 'capacity', 'skills'],
    signIn: ['subject', 'tokensValidFromS'],
  },
  /** A user is its own owner: what `own` allows, people do to themselves. */
  derive: (user) => ({ ...user, ownerId: user.id, teamId: undefined, visibility: 'everyone' }),
})
