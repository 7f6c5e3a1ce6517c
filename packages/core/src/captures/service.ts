import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import { CrmError, conflict, invalid } from '@rapport/kernel/errors'
import { issuesOf } from '@rapport/kernel/issues'
import { parse } from '@rapport/kernel/parse'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { records, settle } from '@rapport/kernel/records'
import { type Change, type Ctx, read, together, versioned } from '@rapport/kernel/store'
import type { CaptureForm } from '../capture-forms/schema.ts'
import { findForm, findFormById } from '../capture-forms/service.ts'
import { digestOfEmail, leadType } from '../leads/model.ts'
import { isOpen } from '../leads/rules.ts'
import type { Lead } from '../leads/schema.ts'
import { leadIdsByEmail, OwnLeads } from '../leads/service.ts'
import { asItself } from '../shared/itself.ts'
import { planCaseCapture } from './case-capture.ts'
import { captureFailureType, turnModel } from './model.ts'
import { consentOf, inputOf, refuseForm, touched, touchOf } from './rules.ts'
import type { CaptureFailure, CaptureRequest, Sender, Taken } from './schema.ts'

export const CaptureFailures = records<CaptureFailure>(captureFailureType)

/**
 * Takes what a web form sent: a new lead, one more touch of the open lead with the address, or a case. Nobody is told what became of it.
 * What cannot be taken is kept; what a program filled in, or names no form, is forgotten.
 */
export async function capture(outer: Ctx, formKey: string, request: CaptureRequest, sender: Sender): Promise<void> {
  if (request.homepage) return
  const ctx = asItself(outer, 'capture')
  const form = await findForm(ctx, formKey)
  if (!form) return
  try {
    await take(ctx, form, request, sender)
  } catch (error) {
    await keep(ctx, form, request, sender, error)
  }
}

/** Tries again to take a capture that failed. Throws what is still wrong, and conflict when it was taken before. */
export const replay = (ctx: Ctx, id: string): Promise<CaptureFailure> =>
  settle(ctx, async () => {
    const failure = await CaptureFailures.get(ctx, id, 'update')
    if (failure.replayedAt) throw conflict('captureFailure.replayed', 'This capture was taken already.')
    const form = await findFormById(ctx, failure.formId)
    if (!form) throw conflict('captureFailure.no_form', 'The form of this capture is not there any more.')
    const own = asItself(ctx, 'capture')
    const taken = await planCapture(own, form, failure.request, failure)
    const next = { ...failure, replayedAt: ctx.now.toISOString(), ...taken.answer }
    const done = await CaptureFailures.plans.derived(ctx, failure, next, { verb: 'replayed' })
    return together([taken, done], done.answer)
  })

const take = (ctx: Ctx, form: CaptureForm, request: CaptureRequest, sender: Sender): Promise<Taken> =>
  settle(ctx, async () => {
    refuseForm(form, sender)
    return planCapture(ctx, form, request, sender)
  })

async function planCapture(
  ctx: Ctx,
  form: CaptureForm,
  request: CaptureRequest,
  sender: Sender,
): Promise<Change<Taken>> {
  if (form.opens === 'case') return planCaseCapture(ctx, form, request)
  const lead = await planLeadCapture(ctx, form, request, sender)
  return { ...lead, answer: { leadId: lead.answer.id } }
}

async function planLeadCapture(
  ctx: Ctx,
  form: CaptureForm,
  request: CaptureRequest,
  sender: Sender,
): Promise<Change<Lead>> {
  const parsed = parse(leadType.create, inputOf(form, request))
  if (!parsed.success) throw invalid('capture.invalid', 'The form was not filled in well.', issuesOf(parsed.error))
  const input = parsed.data as Partial<Lead>
  const at = ctx.now.toISOString()
  const touch = touchOf(form, request, at)
  const consent = consentOf(form, request, sender, at)
  const address = input.emails?.[0]?.value
  const digest = address === undefined ? undefined : digestOfEmail(address)
  const turn = digest === undefined ? undefined : ((await read(ctx, turnModel, { digest }))?.version ?? 0)
  const known = address === undefined ? undefined : await openLeadWith(ctx, address)
  const data = { captureFormId: form.id, ...(form.doubleOptIn && digest ? { optIn: digest } : {}) }
  const change = known
    ? await OwnLeads.plans.derived(ctx, known, touched(known, input, touch, consent), { verb: 'touched', data })
    : await OwnLeads.plans.create(ctx, { ...input, ...(await newLead(ctx, form, touch, consent)) }, { data })
  if (digest === undefined || turn === undefined) return change
  const put = turnModel.item({ digest, version: turn + 1, expiresAtS: epochS(later(ctx.now, DAY_MS)) })
  return { ...change, writes: [...change.writes, { put, condition: versioned(turn) }] }
}

async function newLead(ctx: Ctx, form: CaptureForm, touch: Lead['lastTouch'], consent: ReturnType<typeof consentOf>) {
  const { assignToId, leadTeamId } = form
  const [assignee] = assignToId ? await itemsOf(ctx, [assignToId]) : []
  const isThere = assignee?.status === 'active' && !assignee.deletedAt
  const { at: _at, source: _source, captureFormId, ...how } = touch
  return {
    ...how,
    status: 'new',
    ...(isThere ? { ownerId: assignToId } : {}),
    ...(leadTeamId ? { teamId: leadTeamId } : {}),
    visibility: 'team',
    firstTouch: touch,
    lastTouch: touch,
    captureFormId,
    ...(consent ? { consents: [consent] } : {}),
  }
}

/** The latest open lead with an address. Consistent: an address leads to its leads with the write that gives it to them. */
async function openLeadWith(ctx: Ctx, address: string): Promise<Lead | undefined> {
  const ids = await leadIdsByEmail(ctx, address)
  const leads = (await itemsOf(ctx, ids)).filter((item) => !item.deletedAt).map((item) => fromItem(leadType, item))
  return leads.filter(isOpen).sort((a, b) => (a.id < b.id ? 1 : -1))[0]
}

async function keep(
  ctx: Ctx,
  form: CaptureForm,
  request: CaptureRequest,
  sender: Sender,
  error: unknown,
): Promise<void> {
  const known = error instanceof CrmError ? error : undefined
  const issues = known?.issues.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')
  const origin = sender.origin?.replaceAll(/[^!-~]/g, '').slice(0, ORIGIN_MAX)
  await CaptureFailures.create(ctx, {
    formId: form.id,
    at: ctx.now.toISOString(),
    code: known?.code ?? 'capture.failed',
    detail: [known?.message ?? 'Something went wrong here.', issues].filter(Boolean).join(' ').slice(0, DETAIL_MAX),
    request,
    ip: sender.ip,
    ...(origin ? { origin } : {}),
  })
}

const ORIGIN_MAX = 500
const DETAIL_MAX = 1000
