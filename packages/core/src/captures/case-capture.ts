import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import { invalid } from '@rapport/kernel/errors'
import { issuesOf } from '@rapport/kernel/issues'
import { parse } from '@rapport/kernel/parse'
import type { Body } from '@rapport/kernel/records'
import { type Change, type Ctx, hash, read, versioned } from '@rapport/kernel/store'
import type { CaptureForm } from '../capture-forms/schema.ts'
import { accountWith, contactWith, ownedLike, planIntake } from '../cases/intake.ts'
import { caseType } from '../cases/model.ts'
import { findIntakeQueue, findQueue } from '../queues/routing.ts'
import { NOBODY_ID } from '../shared/itself.ts'
import { turnModel } from './model.ts'
import { caseInputOf } from './rules.ts'
import type { CaptureRequest, Taken } from './schema.ts'

/**
 * A case of what a form says, of the contact who has the address or the account whose domain it is of. Sent twice within a day, the
 * same words are one case: whoever presses a button twice complains once.
 */
export async function planCaseCapture(ctx: Ctx, form: CaptureForm, request: CaptureRequest): Promise<Change<Taken>> {
  const said = caseInputOf(form, request)
  const parsed = parse(caseType.create, said)
  if (!parsed.success) throw invalid('capture.invalid', 'The form was not filled in well.', issuesOf(parsed.error))
  const digest = hash('case', form.id, JSON.stringify(said))
  const turn = await read(ctx, turnModel, { digest })
  if (turn && turn.expiresAtS > epochS(ctx.now)) return { writes: [], events: [], answer: {} }
  const { requester } = said
  const [whose, queue] = await Promise.all([whoseOf(ctx, requester?.email), queueOf(ctx, form)])
  const opened = await planIntake(ctx, { ...said, ...whose }, queue, { captureFormId: form.id })
  const { version } = turn ?? { version: 0 }
  const put = turnModel.item({ digest, version: version + 1, expiresAtS: epochS(later(ctx.now, DAY_MS)) })
  return {
    ...opened,
    writes: [...opened.writes, { put, condition: versioned(version) }],
    answer: { caseId: opened.answer.id },
  }
}

async function whoseOf(ctx: Ctx, email: string | undefined): Promise<Body> {
  const stranger = { ownerId: NOBODY_ID, visibility: 'everyone' }
  if (email === undefined) return stranger
  const contact = await contactWith(ctx, email)
  if (contact) {
    const { id, accountId } = contact
    return { ...ownedLike(contact), contactId: id, ...(accountId ? { accountId } : {}) }
  }
  const account = await accountWith(ctx, email)
  return account ? { ...ownedLike(account), accountId: account.id } : stranger
}

const queueOf = async (ctx: Ctx, { queueId }: CaptureForm) =>
  (queueId === undefined ? undefined : await findQueue(ctx, queueId)) ?? (await findIntakeQueue(ctx))
