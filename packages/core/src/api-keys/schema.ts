import { actions } from '@rapport/kernel/policy'
import { distinctList, instant, line, recordSchema } from '@rapport/kernel/schema'
import * as z from 'zod'
import { rightKinds, roleNames } from '../access/roles.ts'

/** `contact:read`, `account:*` or `*:read`: what is left of the role when this key is used. */
const scope = z
  .string()
  .max(64)
  .regex(new RegExp(`^(?:\\*|${rightKinds.join('|')}):(?:\\*|${actions.join('|')})$`), {
    error: 'must be a kind of record and an action, such as contact:read, account:* or *:read',
  })
  .meta({ examples: ['contact:read'] })

/** An address range such as 203.0.113.0/24 or 2001:db8::/32. */
const cidr = z.union([z.cidrv4(), z.cidrv6()], { error: 'must be an address range such as 203.0.113.0/24' })

export const apiKeyFields = {
  name: line(100),
  /** Narrower than its maker's roles, never wider; the maker's own roles when absent. */
  roles: distinctList(z.enum(roleNames), 6, (role) => role).optional(),
  scopes: distinctList(scope, 50, (text) => text).min(1),
  expiresAt: instant,
  cidrs: distinctList(cidr, 20, (range) => range).optional(),
}

export const ApiKey = recordSchema('apiKey', 'ApiKey', {
  ...apiKeyFields,
  /** The public part of the key, for logs and lists. */
  keyId: z
    .string()
    .length(12)
    .regex(/^[0-9A-Za-z]+$/),
  /** SHA-256 of the secrets that work: one, or two while it is being rotated. */
  secrets: z.array(z.strictObject({ digest: z.hash('sha256'), until: instant.optional() })).max(2),
  lastUsedAt: instant.optional(),
})
export type ApiKey = z.infer<typeof ApiKey>
