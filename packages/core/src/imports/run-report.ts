import type { Ctx } from '@rapport/kernel/store'
import { BYTE_ORDER_MARK } from '../shared/csv.ts'
import { addPart, isPart } from '../shared/parts.ts'
import { REPORT_HEADER, reportKey, reportLine, resultsBehind } from './results.ts'
import type { Progress } from './rules.ts'
import type { Import, Job } from './schema.ts'

const TYPE = 'text/csv; charset=utf-8'

/** Batches of results read at once. */
const AHEAD = 8

/** Puts the next part of the report together: what became of each row, one line each, in the order of the file. */
export async function runReport(ctx: Ctx, one: Import, job: Job): Promise<Progress> {
  const chunks: Buffer[] = job.reported === 0 ? [Buffer.from(`${BYTE_ORDER_MARK}${REPORT_HEADER}`)] : []
  let bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  let reported = job.reported
  while (reported < job.batches && !isPart(bytes)) {
    const results = await resultsBehind(ctx, one.id, job.about, reported, AHEAD)
    const text = Buffer.from(results.flat().map(reportLine).join(''))
    chunks.push(text)
    bytes += text.length
    reported = Math.min(job.batches, reported + AHEAD)
  }
  const [key, body] = [reportKey(one.id, job.about), Buffer.concat(chunks)]
  if (reported >= job.batches && job.upload === undefined) {
    await ctx.db.files.put(key, body, TYPE)
    return { phase: 'over' }
  }
  const upload = await addPart(ctx, key, TYPE, job.upload, body)
  return { phase: reported < job.batches ? 'report' : 'close', job: { reported, upload } }
}

export async function closeReport(ctx: Ctx, one: Import, { about, upload }: Job): Promise<Progress> {
  if (upload) await ctx.db.files.completeUpload(reportKey(one.id, about), upload.id, upload.tags)
  return { phase: 'over' }
}
