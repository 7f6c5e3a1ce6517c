import { planNext } from '@rapport/kernel/record-plan'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { mergePatch } from '@rapport/kernel/schema'
import { type Change, type Ctx, read, versioned, type Write } from '@rapport/kernel/store'
import { handoverType, jobModel } from './model.ts'
import type { Step } from './rules.ts'
import type { Handover, Job } from './schema.ts'

/** The handover as it is now, whoever asks; consistent. */
export async function findHandover(ctx: Ctx, id: string): Promise<Handover | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && fromItem(handoverType, item)
}

/** Writes the job only while nobody else did. */
export const jobWrite = (job: Job): Write => ({ put: jobModel.item(job), condition: versioned(job.version - 1) })

/** Takes a step, with the counts up to it; `behind` is where the next batch goes on. What is under way for the step before ends. */
export async function planStep(
  ctx: Ctx,
  before: Handover,
  { verb, patch }: Step,
  behind?: string,
): Promise<Change<Handover>> {
  const job = await jobOf(ctx, before.id)
  const change = await planTold(ctx, before, verb, { ...patch, counts: job.counts })
  const next = { ...job, version: job.version + 1, step: change.answer.step }
  const data = behind === undefined ? {} : { data: { behind } }
  return {
    ...change,
    writes: [...change.writes, jobWrite(next)],
    events: change.events.map((event) => ({ ...event, ...data })),
  }
}

/** Changes fields of a handover and tells it under a name of its own. */
export async function planTold(
  ctx: Ctx,
  before: Handover,
  verb: string,
  patch: Step['patch'],
): Promise<Change<Handover>> {
  const change = await planNext(ctx, handoverType, before, mergePatch(before, patch))
  return { ...change, events: change.events.map((event) => ({ ...event, type: `handover.${verb}` })) }
}

async function jobOf(ctx: Ctx, handoverId: string): Promise<Job> {
  const job = await read(ctx, jobModel, { handoverId })
  if (!job) throw new Error(`The handover ${handoverId} has no job.`)
  return job
}
