import { conflict } from '@rapport/kernel/errors'
import { listRecords } from '@rapport/kernel/record-list'
import type { RecordType } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import { type Ctx, together } from '@rapport/kernel/store'
import { caseCommentType } from '../case-comments/model.ts'
import { addressOf, CaseComments } from '../case-comments/service.ts'
import { caseFileType } from '../case-files/model.ts'
import { CaseFiles } from '../case-files/service.ts'
import { caseType } from '../cases/model.ts'
import { close, hasEnded, resolve } from '../cases/rules.ts'
import type { Case } from '../cases/schema.ts'
import { Cases, current, findCase, planMove, refuseMerged } from '../cases/service.ts'

/** Entries looked at by one query. */
const PAGE = 100

/** Joins a case to another one about the same thing. It closes as a duplicate and says where it went on; a worker moves what was said. */
export const mergeCase = (ctx: Ctx, id: string, into: string): Promise<Case> =>
  settle(ctx, async () => {
    const [loser, winner] = [await current(ctx, id), await current(ctx, into)]
    if (loser.id === winner.id) throw conflict('case.same', 'A case cannot be merged into itself.')
    refuseMerged(loser)
    refuseMerged(winner)
    refuseOtherCustomer(loser, winner)
    if (hasEnded(winner)) throw conflict('case.ended', 'The other case has ended. Reopen it first.')
    const ended = { ...close(loser, { code: 'duplicate' }, ctx.now), mergedIntoId: winner.id }
    const gone = await planMove(ctx, loser, ended, 'merged_away', { into })
    const inboundCount = winner.inboundCount + loser.inboundCount
    const joined = await planMove(ctx, winner, { ...winner, inboundCount }, 'merged', { from: id })
    return together([gone, joined], gone.answer)
  })

/** Colleagues at one company may read each other; nobody else may read what another customer said. */
function refuseOtherCustomer(a: Case, b: Case): void {
  const differ = (one: string | undefined, other: string | undefined): boolean =>
    one !== undefined && other !== undefined && one !== other
  const isOneAccount = a.accountId !== undefined && a.accountId === b.accountId
  if (!differ(a.accountId, b.accountId) && (isOneAccount || !differ(a.contactId, b.contactId))) return
  throw conflict(
    'case.other_customer',
    'These cases are of different customers, and one would read what the other said. Make both part of one incident instead.',
  )
}

/** Moves what was said about a merged case, and what was below it, to where it went on. What has moved already is left alone. */
export async function moveMerged(ctx: Ctx, id: string): Promise<void> {
  const loser = await findCase(ctx, id)
  const into = loser?.mergedIntoId
  if (into === undefined) return
  for await (const comment of below(ctx, caseCommentType, { caseId: id }))
    await settle<unknown>(ctx, async () => {
      const before = await CaseComments.get(ctx, comment.id)
      if (before.caseId !== id) return { writes: [], events: [], answer: undefined }
      return CaseComments.plans.derived(ctx, before, { ...before, caseId: into }, { verb: 'moved', data: { from: id } })
    })
  for await (const file of below(ctx, caseFileType, { subjectId: id }))
    await settle<unknown>(ctx, async () => {
      const before = await CaseFiles.get(ctx, file.id)
      if (before.subjectId !== id) return { writes: [], events: [], answer: undefined }
      return CaseFiles.plans.derived(ctx, before, { ...before, subjectId: into }, { verb: 'moved', data: { from: id } })
    })
  for await (const child of below(ctx, caseType, { parentCaseId: id }))
    await settle<unknown>(ctx, async () => {
      const before = await Cases.get(ctx, child.id)
      if (before.parentCaseId !== id || before.id === into) return { writes: [], events: [], answer: undefined }
      return Cases.plans.derived(ctx, before, { ...before, parentCaseId: into })
    })
}

/** Solves the cases that were part of one that is solved, each with an answer to its customer. Those that have ended are left alone. */
export async function resolveChildren(ctx: Ctx, parentId: string): Promise<void> {
  const parent = await findCase(ctx, parentId)
  if (!parent || !hasEnded(parent) || parent.mergedIntoId !== undefined) return
  for await (const { id } of below(ctx, caseType, { parentCaseId: parentId }))
    await settle<unknown>(ctx, async () => {
      const child = await current(ctx, id)
      if (hasEnded(child) || child.parentCaseId !== parentId) return { writes: [], events: [], answer: undefined }
      const to = await addressOf(ctx, child)
      const said = await CaseComments.plans.create(ctx, {
        caseId: id,
        body: solvedWith(parent),
        direction: 'outbound',
        author: { type: 'system', id: 'resolve-children' },
        ...(to ? { delivery: { status: 'pending', to, at: ctx.now.toISOString() } } : {}),
      })
      const solved = resolve(child, { code: 'solved_with_parent' }, ctx.now)
      const moved = await planMove(ctx, child, solved, 'resolved', { with: parentId, commentId: said.answer.id })
      return together([moved, said], undefined)
    })
}

/** Nothing of what colleagues wrote about the incident: its customers are others. */
const solvedWith = ({ number }: Case): string =>
  `Hello,\n\nyour request was part of a larger incident (${number}), which has been solved.\n\nPlease answer this letter if it is not solved for you.`

async function* below<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  filter: Record<string, string>,
): AsyncGenerator<T> {
  for (let cursor: string | undefined, more = true; more; ) {
    const page = await listRecords(ctx, type, { filter, limit: PAGE, cursor })
    yield* page.data
    cursor = page.nextCursor ?? undefined
    more = cursor !== undefined
  }
}
