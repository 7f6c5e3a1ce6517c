import { isDeepStrictEqual } from 'node:util'
import type { Ctx } from '@rapport/kernel/store'
import { hoursOf } from '../calendars/service.ts'
import type { Case } from '../cases/schema.ts'
import { startClocks } from '../sla-clocks/rules.ts'
import { promiseFor } from '../sla-policies/service.ts'
import { factsOf, runClocks, underTerms, type Voice } from './rules.ts'

/** The case with what is promised to it from now on. */
export async function promised(ctx: Ctx, record: Case): Promise<Case> {
  const { terms, hours } = await promiseFor(ctx, factsOf(record))
  return { ...record, sla: startClocks(terms, ctx.now, hours) }
}

/** The clocks of a case after a change; when what decides about its policy has changed, the policy is chosen again. */
export async function timed(ctx: Ctx, before: Case, next: Case, voice?: Voice): Promise<Case> {
  if (!next.sla) return next
  const isChosenAgain = !isDeepStrictEqual(factsOf(before), factsOf(next))
  if (before.status === next.status && voice === undefined && !isChosenAgain) return next
  const run = runClocks(before, next, voice, await hoursOf(ctx, next.sla.calendarId), ctx.now)
  if (!isChosenAgain) return run
  const { terms, hours } = await promiseFor(ctx, factsOf(next))
  return underTerms(run, terms, hours, ctx.now)
}
