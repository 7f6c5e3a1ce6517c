import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { records } from '@rapport/kernel/records'
import { mergePatch } from '@rapport/kernel/schema'
import { type Change, type Ctx, read, versioned, type Write } from '@rapport/kernel/store'
import { exportType, jobModel } from './model.ts'
import type { Step } from './rules.ts'
import type { Export, Job } from './schema.ts'

export const Exports = records<Export>(exportType)

/** The export as it is now, whoever asks; consistent. */
export async function findExport(ctx: Ctx, id: string): Promise<Export | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && !item.deletedAt ? fromItem(exportType, item) : undefined
}

export async function jobOf(ctx: Ctx, exportId: string): Promise<Job> {
  const job = await read(ctx, jobModel, { exportId })
  if (!job) throw new Error(`The export ${exportId} has no job.`)
  return job
}

/** Takes a step of the record and of its job together. What is under way for the step before ends. */
export async function planStep(ctx: Ctx, before: Export, { verb, patch }: Step, job: Job): Promise<Change<Export>> {
  const change = await Exports.plans.derived(ctx, before, mergePatch(before, patch), { verb })
  return { ...change, writes: [...change.writes, jobWrite({ ...job, step: change.answer.step })] }
}

/** Writes the next version of a job only while nobody else did. */
export const jobWrite = (job: Job): Write => ({
  put: jobModel.item({ ...job, version: job.version + 1 }),
  condition: versioned(job.version),
})
