import { idBounds } from '@rapport/kernel/ids'
import { allRights } from '@rapport/kernel/policy'
import type { Ctx } from '@rapport/kernel/store'

/** Owner of what the CRM made for nobody yet: the lowest user id there can be. */
export const [NOBODY_ID] = idBounds('user')

/**
 * The CRM at work for somebody who does not sign in. What it makes belongs to nobody until it is given to somebody.
 * No answer is kept: what is written is not what a stranger is told.
 */
export const asItself = ({ idempotency: _, ...ctx }: Ctx, name: string): Ctx => ({
  ...ctx,
  actor: { type: 'system', id: name },
  principal: {
    type: 'system',
    id: name,
    userId: NOBODY_ID,
    teamIds: [],
    reports: new Set(),
    roles: [],
    rights: allRights,
    fingerprint: name,
  },
})
