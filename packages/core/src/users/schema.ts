import { distinctList, instant, language, line, recordSchema, ref, slug, timeZone } from '@rapport/kernel/schema'
import * as z from 'zod'
import { roleNames } from '../access/roles.ts'
import { Email } from '../shared/schema.ts'

/** Away from `from` until `until`; the delegate gets what would have come in. */
export const OutOfOffice = z
  .strictObject({ from: instant, until: instant, delegateId: ref('user').optional(), message: line(500).optional() })
  .refine((absence) => absence.from < absence.until, { error: 'must end after it begins' })
  .meta({ id: 'OutOfOffice' })

export const userFields = {
  name: line(200),
  email: Email,
  roles: distinctList(z.enum(roleNames), 6, (role) => role).min(1),
  managerId: ref('user').optional(),
  /** With six roles as many as a list can be filtered by. */
  teamIds: distinctList(ref('team'), 15, (id) => id).optional(),
  status: z.enum(['active', 'disabled']).default('active'),
  title: line(100).optional(),
  phone: line(40).optional(),
  timeZone: timeZone.default('UTC'),
  language: language.optional(),
  /** Cases or leads a person takes at once; assignment skips who is full. */
  capacity: z.int().min(0).max(10_000).optional(),
  outOfOffice: OutOfOffice.optional(),
  /** What a person knows about, in the words that cases are tagged with. */
  skills: distinctList(slug(40), 20, (skill) => skill).optional(),
}

/** What people set about themselves. */
export const meFields = {
  name: userFields.name,
  phone: userFields.phone,
  title: userFields.title,
  timeZone,
  language: userFields.language,
  outOfOffice: userFields.outOfOffice,
}

export const User = recordSchema('user', 'User', {
  ...userFields,
  /** Who this is at the sign-in service; absent until invited. */
  subject: line(128).optional(),
  /** Access tokens issued before this second are refused. */
  tokensValidFromS: z.int().min(0).optional(),
})
export type User = z.infer<typeof User>
