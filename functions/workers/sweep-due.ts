import { takeDueStep as takeFileStep } from '@rapport/core/case-files/purge'
import { takeDueStep as takeCaseStep } from '@rapport/core/cases/service'
import { takeDueStep as takeReviewStep } from '@rapport/core/escalations/review'
import { takeDueStep as takeEscalationStep } from '@rapport/core/escalations/service'
import { takeDueStep as takeExportStep } from '@rapport/core/exports/service'
import { takeDueStep } from '@rapport/core/handover/service'
import { takeDueStep as takeImportStep } from '@rapport/core/imports/service'
import { takeDueStep as takeLeadStep } from '@rapport/core/leads/service'
import { takeDueStep as takeRevaluationStep } from '@rapport/core/opportunities/revaluation'
import { takeDueStep as takeQuoteStep } from '@rapport/core/quotes/steps'
import { takeDueStep as takeTaskStep } from '@rapport/core/tasks/service'
import { type DueEntry, dueEntries } from '@rapport/kernel/due'
import type { Ctx } from '@rapport/kernel/store'
import { runtime, systemCtx } from '@rapport/lambda/context'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import type { Context } from 'aws-lambda'

/**
 * What falls due, by the kind of item. Each reads the item afresh, does nothing unless it is due, and commits under its
 * version: so a step is taken once however many sweeps see it. A new kind is one line here.
 */
const steps: Partial<Record<string, (ctx: Ctx, id: string) => Promise<void>>> = {
  handover: takeDueStep,
  case: takeCaseStep,
  caseFile: takeFileStep,
  'case-review': takeReviewStep,
  escalation: takeEscalationStep,
  export: takeExportStep,
  import: takeImportStep,
  lead: takeLeadStep,
  quote: takeQuoteStep,
  revaluation: takeRevaluationStep,
  task: takeTaskStep,
}

/** Entries worked on at the same time. */
const PAGE = 25

/** Begins no page in the last seconds before the time-out: the next sweep goes on with it. */
const RESERVE_MS = 10_000

/** Takes the step of everything that is due, each on its own. Throws at the end when some failed: they are due still. */
export const create = (deps: Deps) => {
  const rt = runtime(deps)
  return async (_event: unknown, context: Context): Promise<void> => {
    const ctx = systemCtx(rt, 'sweep-due', context.awsRequestId)
    let failed = 0
    for (let last: DueEntry | undefined, more = true; more && context.getRemainingTimeInMillis() > RESERVE_MS; ) {
      const page = await dueEntries(rt.db, ctx.now, PAGE, last)
      failed += await takeAll(deps, ctx, page)
      last = page.at(-1)
      more = page.length === PAGE
    }
    if (failed > 0) throw new Error(`${failed} entries that are due could not be dealt with.`)
  }
}

async function takeAll({ log }: Deps, ctx: Ctx, page: readonly DueEntry[]): Promise<number> {
  const failures = await Promise.all(
    page.map(async ({ of, key }) => {
      try {
        await stepOf(key.sk)(ctx, of)
        return 0
      } catch (error) {
        log.error('due.failed', { subject: of }, error)
        return 1
      }
    }),
  )
  return failures.reduce((sum: number, failure) => sum + failure, 0)
}

/** The items of records are sorted by their kind, those beside them by a name of their own. */
function stepOf(name: string) {
  const step = steps[name]
  if (!step) throw new Error(`Nothing is known to do for a due ${name}.`)
  return step
}

export const handler = entry(create)
