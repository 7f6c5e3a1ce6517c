import { planNext } from '@rapport/kernel/record-plan'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { mergePatch } from '@rapport/kernel/schema'
import type { Change, Ctx } from '@rapport/kernel/store'
import { handoverType } from './model.ts'
import type { Step } from './rules.ts'
import type { Handover } from './schema.ts'

/** The handover as it is now, whoever asks; consistent. */
export async function findHandover(ctx: Ctx, id: string): Promise<Handover | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && fromItem(handoverType, item)
}

/** Takes a step and tells it under its own name; `behind` is where the next batch goes on. */
export async function planStep(
  ctx: Ctx,
  before: Handover,
  { verb, patch }: Step,
  behind?: string,
): Promise<Change<Handover>> {
  const change = await planNext(ctx, handoverType, before, mergePatch(before, patch))
  const data = behind === undefined ? {} : { data: { behind } }
  return { ...change, events: change.events.map((event) => ({ ...event, type: `handover.${verb}`, ...data })) }
}
