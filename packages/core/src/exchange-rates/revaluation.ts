import { type Ctx, shardOf, type Write } from '@rapport/kernel/store'
import { revaluationModel } from './model.ts'
import type { Occasion } from './rules.ts'

/** Has open deals valued anew. One that was on its way for the same record begins again: what it has done is found done. */
export function revaluationWrite(ctx: Ctx, of: string, { thenAt, ...occasion }: Occasion): Write {
  const begun = { of, run: ctx.ids.next('request'), place: 0, dueSlot: shardOf(of, ctx.db.shards) }
  return { put: revaluationModel.item({ ...begun, ...occasion, ...(thenAt === undefined ? {} : { thenAt }) }) }
}
