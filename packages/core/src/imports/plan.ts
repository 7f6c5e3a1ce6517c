import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { records } from '@rapport/kernel/records'
import { mergePatch } from '@rapport/kernel/schema'
import { type Change, type Ctx, read, versioned, type Write } from '@rapport/kernel/store'
import { importType, jobModel } from './model.ts'
import type { Step } from './rules.ts'
import type { Import, Job } from './schema.ts'

export const Imports = records<Import>(importType)

/** The import as it is now, whoever asks; consistent. */
export async function findImport(ctx: Ctx, id: string): Promise<Import | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && !item.deletedAt ? fromItem(importType, item) : undefined
}

export async function jobOf(ctx: Ctx, importId: string): Promise<Job> {
  const job = await read(ctx, jobModel, { importId })
  if (!job) throw new Error(`The import ${importId} has no job.`)
  return job
}

/** Takes a step of the record and of its job together. What is under way for the step before ends. */
export async function planStep(ctx: Ctx, before: Import, { verb, patch }: Step, job?: Job): Promise<Change<Import>> {
  const change = await Imports.plans.derived(ctx, before, mergePatch(before, patch), { verb })
  return job ? { ...change, writes: [...change.writes, jobWrite({ ...job, step: change.answer.step })] } : change
}

/** Writes the next version of a job only while nobody else did. */
const jobWrite = (job: Job): Write => ({
  put: jobModel.item({ ...job, version: job.version + 1 }),
  condition: versioned(job.version),
})
