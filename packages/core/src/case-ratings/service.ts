import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import { notFound } from '@rapport/kernel/errors'
import { openLink, sealLink } from '@rapport/kernel/link'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import { type Change, type Ctx, together } from '@rapport/kernel/store'
import type { Case } from '../cases/schema.ts'
import { Cases, findCase } from '../cases/service.ts'
import { contactType } from '../contacts/model.ts'
import type { Mailer } from '../mail/schema.ts'
import { sendLetter } from '../mail/service.ts'
import { getOrganisation } from '../organisation/service.ts'
import { asItself, NOBODY_ID } from '../shared/itself.ts'
import type { Task } from '../tasks/schema.ts'
import { Tasks } from '../tasks/service.ts'
import type { User } from '../users/schema.ts'
import { ratingLetter } from './mail.ts'
import { ratingPage, thanksPage } from './page.ts'
import { addressOf, isLow, isToAsk, LINK_DAYS, rated } from './rules.ts'
import { type RatingAnswer, SCORE_MAX } from './schema.ts'

const PURPOSE = 'case.rate'

/** Until somebody should have asked an unhappy customer: so that it stands in the agenda. */
const FOLLOW_UP_MS = DAY_MS

/** Asks the customer about the solution of a case, once. Sent before it is noted: twice rather than never. */
export async function askForRating(ctx: Ctx, mailer: Mailer, id: string, url: string): Promise<void> {
  const record = await findCase(ctx, id)
  if (!record || !isToAsk(record, ctx.now)) return
  if (!(await getOrganisation(ctx)).asksForRatings) return
  const to = await addressFor(ctx, record)
  if (to === undefined) return
  const letter = ratingLetter({ to, number: record.number, links: await linksFor(ctx, id, url) })
  const { outcome } = await sendLetter(ctx, mailer, letter, 'rating')
  if (outcome === 'suppressed') return
  await settle<unknown>(ctx, async () => {
    const fresh = await findCase(ctx, id)
    const { resolvedAt } = record
    if (!fresh || resolvedAt === undefined || fresh.ratingAskedFor === resolvedAt) return nothing
    return Cases.plans.derived(ctx, fresh, { ...fresh, ratingAskedFor: resolvedAt }, { verb: 'asked_for_rating' })
  })
}

async function addressFor(ctx: Ctx, { contactId, requester }: Case): Promise<string | undefined> {
  const [item] = contactId === undefined ? [] : await itemsOf(ctx, [contactId])
  const contact = item && !item.deletedAt ? fromItem(contactType, item) : undefined
  return addressOf(contact?.emails, requester)
}

/** One link per score, worst first. */
const linksFor = (ctx: Ctx, id: string, url: string): Promise<string[]> => {
  const scores = Array.from({ length: SCORE_MAX }, (_, index) => index + 1)
  return Promise.all(scores.map(async (score) => `${url}/v1/ratings/${await ratingToken(ctx, id, score)}`))
}

/** What lets whoever has it rate a case; it opens with `score`. */
export const ratingToken = (ctx: Ctx, id: string, score: number): Promise<string> =>
  sealLink(ctx, {
    purpose: PURPOSE,
    subject: id,
    detail: String(score),
    expiresAtS: epochS(later(ctx.now, LINK_DAYS * DAY_MS)),
  })

/** The page behind a link. Changes nothing. Throws notFound('link.invalid') for a link that is none. */
export async function showRating(ctx: Ctx, token: string): Promise<string> {
  const { detail } = await openLink(ctx, PURPOSE, token)
  return ratingPage(Number(detail))
}

/**
 * Records what a customer answers, and a task to follow up a low score. The last answer counts; the same one, or one that comes too
 * late, changes nothing and is answered alike. Throws notFound('link.invalid') for a link that is none, or of a case that is gone.
 */
export async function rateCase(outer: Ctx, token: string, answer: RatingAnswer): Promise<string> {
  const { subject } = await openLink(outer, PURPOSE, token)
  const ctx = asItself(outer, 'rate-case')
  await settle<unknown>(ctx, () => planRating(ctx, subject, answer))
  return thanksPage()
}

async function planRating(ctx: Ctx, id: string, answer: RatingAnswer): Promise<Change<unknown>> {
  const before = await findCase(ctx, id)
  if (!before) throw notFound('link.invalid', 'This link is not valid, or its time is over.')
  const rating = rated(before, answer, ctx.now)
  if (!rating) return nothing
  const followUp = isLow(rating) && rating.followUpId === undefined ? await planFollowUp(ctx, before) : undefined
  const known = followUp ? { ...rating, followUpId: followUp.answer.id } : rating
  // What the customer wrote stands in the case alone: there it can be erased.
  const options = { verb: 'rated', data: { score: rating.score } }
  const change = await Cases.plans.derived(ctx, before, { ...before, rating: known }, options)
  return together([change, ...(followUp ? [followUp] : [])], undefined)
}

/** A task for whoever has the case; for its team when nobody has, or who had it is gone. */
async function planFollowUp(ctx: Ctx, record: Case): Promise<Change<Task>> {
  const { id, number, accountId, teamId } = record
  const owner = await activeOwner(ctx, record)
  const visibility = teamId === undefined ? 'everyone' : 'team'
  const input = {
    subject: `Ask about the low rating of ${number}`,
    aboutId: id,
    priority: 'high',
    status: 'open',
    dueAt: later(ctx.now, FOLLOW_UP_MS).toISOString(),
    ownerId: owner ?? NOBODY_ID,
    visibility: owner === undefined ? visibility : record.visibility,
    ...(accountId === undefined ? {} : { accountId }),
    ...(teamId === undefined ? {} : { teamId }),
  }
  return Tasks.plans.create(ctx, input, {
    known: [input.ownerId, id, accountId, teamId].filter((one) => one !== undefined),
  })
}

/** The owner of a case, or else the owner's manager: the first of them who is still here. */
async function activeOwner(ctx: Ctx, { ownerId }: Case): Promise<string | undefined> {
  const owner = await personOf(ctx, ownerId)
  if (!owner || isActive(owner)) return owner?.id
  const manager = owner.managerId === undefined ? undefined : await personOf(ctx, owner.managerId)
  return manager && isActive(manager) ? manager.id : undefined
}

const personOf = async (ctx: Ctx, id: string): Promise<User | undefined> =>
  (await itemsOf(ctx, [id]))[0] as User | undefined

const isActive = ({ status, deletedAt }: User): boolean => status === 'active' && deletedAt === undefined

const nothing: Change<unknown> = { writes: [], events: [], answer: undefined }
