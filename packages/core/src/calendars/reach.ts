import type { Ctx } from '@rapport/kernel/store'
import { escalationRuleType } from '../escalation-rules/model.ts'
import { longestAge, RULES_MAX } from '../escalation-rules/rules.ts'
import { allOf } from '../shared/all-of.ts'
import { slaPolicyType } from '../sla-policies/model.ts'
import { longestTarget, POLICIES_MAX } from '../sla-policies/rules.ts'
import { addBusiness } from './rules.ts'
import type { Calendar } from './schema.ts'

/**
 * Throws unprocessable('calendar.out_of_reach') when something that is promised, or waited for, in these hours would come later than can
 * be worked out: no case that it counts for could be opened any more.
 */
export async function refuseOutOfReach(ctx: Ctx, calendar: Calendar): Promise<void> {
  const [policies, rules] = await Promise.all([
    allOf(ctx, slaPolicyType, POLICIES_MAX),
    allOf(ctx, escalationRuleType, RULES_MAX),
  ])
  const runsByIt = ({ hours, calendarId }: { hours: string; calendarId?: string | undefined }): boolean =>
    hours === 'business' && (calendarId === undefined ? calendar.isDefault : calendarId === calendar.id)
  const targets = policies.filter(runsByIt).map(longestTarget)
  const ages = rules.filter(runsByIt).map(longestAge)
  addBusiness(calendar, ctx.now, Math.max(0, ...targets, ...ages))
}
