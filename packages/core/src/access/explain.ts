import { notFound } from '@rapport/kernel/errors'
import { kindOf } from '@rapport/kernel/ids'
import { type Action, actions, type Decision, decide } from '@rapport/kernel/policy'
import { onlyVisible, visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import { recordTypes } from '../index.ts'
import { activeUser, userCaller } from './service.ts'

export interface Explanation {
  userId: string
  recordId: string
  decisions: ({ action: Action } & Decision)[]
}

/**
 * Why a user may or may not do each thing to a record: the first ground that allows it. The caller must see the record too, and
 * who does not see what a record is about can do nothing to it.
 */
export async function explain(ctx: Ctx, userId: string, recordId: string): Promise<Explanation> {
  const type = recordTypes.find(({ kind }) => kind === kindOf(recordId))
  const item = (await visibleItems(ctx, [recordId])).get(recordId)
  const record = type && item && fromItem(type, item)
  const user = await activeUser(ctx.db, userId)
  const isVisible = record && (await onlyVisible(ctx, type, [record])).length > 0
  if (!isVisible || !user) throw notFound('access.not_found', 'There is no such user or record, or you may not see it.')
  const { principal } = await userCaller(ctx.db, user)
  const isSeen = (await onlyVisible({ ...ctx, principal }, type, [record])).length > 0
  const decided = (action: Action): Decision => {
    const decision = decide(principal, action, type.kind, ctx.now, record)
    return isSeen ? decision : { allowed: false, level: decision.level }
  }
  return { userId, recordId, decisions: actions.map((action) => ({ action, ...decided(action) })) }
}
