import { CrmError, conflict, forbidden, unprocessable } from '@rapport/kernel/errors'
import { isAllowed } from '@rapport/kernel/policy'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { nameHolder, ValueTaken } from '@rapport/kernel/record-unique'
import { settle } from '@rapport/kernel/records'
import { rehearse } from '@rapport/kernel/rehearse'
import { mergePatch } from '@rapport/kernel/schema'
import { type Change, type Ctx, retryStale, together } from '@rapport/kernel/store'
import type { Account } from '../accounts/schema.ts'
import { Accounts } from '../accounts/service.ts'
import { addRelation } from '../contacts/rules.ts'
import type { Contact } from '../contacts/schema.ts'
import { Contacts, newRelation, planWithRelations, relationsOf } from '../contacts/service.ts'
import type { Candidate } from '../duplicates/schema.ts'
import { findCompanies, findPeople } from '../duplicates/service.ts'
import { answered } from '../lead-response/rules.ts'
import { alreadyConverted, isConverted } from '../leads/rules.ts'
import type { Lead } from '../leads/schema.ts'
import { Leads } from '../leads/service.ts'
import type { Opportunity } from '../opportunities/schema.ts'
import { Opportunities } from '../opportunities/service.ts'
import { fiscalQuarterEnd } from '../organisation/fiscal-rules.ts'
import { getOrganisation, today } from '../organisation/service.ts'
import { conversionModel } from './model.ts'
import { accountOfLead, contactOfLead, filledAccount, filledContact, filledIn, opportunityOfLead } from './rules.ts'
import type { Conversion, ConversionRequest, ConversionRow, Filled, Target } from './schema.ts'

/**
 * Makes an account, a contact and a deal of a lead, or gives it to those there are: one transaction. Throws conflict('lead.converted') with
 * the ids when that was done before, and conflict('lead.duplicates') with the candidates when a new record is likely there already.
 */
export async function convert(ctx: Ctx, id: string, request: ConversionRequest): Promise<Conversion> {
  if (!request.dryRun)
    return settle(ctx, () => planConversion(ctx, id, request)).catch((error) => refuseLoser(ctx, id, error))
  try {
    return await retryStale(ctx, async () => rehearse(ctx, await planConversion(ctx, id, request)))
  } catch (error) {
    throw error instanceof ValueTaken ? await nameHolder(ctx, error) : error
  }
}

/** Who was slower finds the records of who was faster in the way: the answer is what became of the lead. */
async function refuseLoser(ctx: Ctx, id: string, error: unknown): Promise<never> {
  const lead = error instanceof CrmError && error.kind === 'conflict' ? await Leads.get(ctx, id) : undefined
  throw lead && isConverted(lead) ? alreadyConverted(lead) : error
}

async function planConversion(ctx: Ctx, id: string, request: ConversionRequest): Promise<Change<Conversion>> {
  const lead = await Leads.get(ctx, id, 'update')
  if (isConverted(lead)) throw alreadyConverted(lead)
  if (lead.status === 'unqualified' && !request.force)
    throw conflict('lead.unqualified', 'This lead is unqualified. Take it up again first, or force the conversion.')
  const targets = await findTargets(ctx, request)
  const warnings = await refuseDuplicates(ctx, lead, targets, request)
  const account = await planAccount(ctx, lead, targets.account, request)
  const contact = await planContact(ctx, lead, targets, account, request)
  const deal = await planOpportunity(ctx, lead, account.change.answer, contact.change.answer, request)
  const created = [
    ...(targets.account ? [] : ['account' as const]),
    ...(targets.contact ? [] : ['contact' as const]),
    ...(deal ? ['opportunity' as const] : []),
  ]
  const opportunity = deal ? { opportunity: deal.answer } : {}
  const done = await planConverted(ctx, lead, { account, contact, ...opportunity, created, request })
  // The lead comes first: of several conditions that do not hold, its own is the one that tells most.
  return together([done, account.change, contact.change, ...(deal ? [deal] : [])], {
    isDryRun: request.dryRun,
    lead: done.answer,
    account: account.change.answer,
    contact: contact.change.answer,
    ...opportunity,
    created,
    warnings,
  })
}

/** Records that a lead is given to. */
interface Targets {
  account?: Account
  contact?: Contact
}

/** Those the request names, and the primary account of a contact that is named alone. The caller may change them. */
async function findTargets(ctx: Ctx, { accountId, contactId }: ConversionRequest): Promise<Targets> {
  await refuseUnknown(ctx, [
    ...(accountId ? [{ pointer: '/accountId', id: accountId }] : []),
    ...(contactId ? [{ pointer: '/contactId', id: contactId }] : []),
  ])
  const contact = contactId === undefined ? undefined : await Contacts.get(ctx, contactId, 'update')
  const wanted = accountId ?? contact?.accountId
  if (wanted === undefined) return contact ? { contact } : {}
  return { account: await existing(ctx, wanted), ...(contact ? { contact } : {}) }
}

async function existing(ctx: Ctx, accountId: string): Promise<Account> {
  try {
    return await Accounts.get(ctx, accountId, 'update')
  } catch (error) {
    if (!(error instanceof CrmError) || error.kind !== 'notFound') throw error
    const message = 'The contact belongs to an account that you may not see, or that was deleted. Name another account.'
    throw unprocessable('conversion.account_hidden', message, [
      { pointer: '/accountId', code: 'conversion.account_hidden', message: 'must be named' },
    ])
  }
}

/** Answers what may be the same as a new record. Throws conflict('lead.duplicates') when something very likely is. */
async function refuseDuplicates(
  ctx: Ctx,
  lead: Lead,
  targets: Targets,
  request: ConversionRequest,
): Promise<Candidate[]> {
  if (request.skipDuplicateCheck) {
    refuseUnlessAssigner(ctx, lead)
    return []
  }
  const company = mergePatch({ ...accountOfLead(lead), emails: lead.emails }, request.account ?? {})
  const found = await Promise.all([
    targets.account ? [] : findCompanies(ctx, company),
    targets.contact ? [] : findPeople(ctx, { ...contactOfLead(lead), company: lead.company, ...request.contact }),
  ])
  const candidates = found.flat()
  if (candidates.some(({ band }) => band === 'block')) {
    const message = 'What this lead would become is likely there already. Convert into it, or skip the check.'
    throw conflict('lead.duplicates', message, { candidates: candidates.slice(0, CANDIDATES_MAX) })
  }
  return candidates.filter(({ band }) => band === 'warn').slice(0, CANDIDATES_MAX)
}

/** Candidates told. */
const CANDIDATES_MAX = 25

/** Making a duplicate is for those who look after the work of others. */
function refuseUnlessAssigner(ctx: Ctx, lead: Lead): void {
  const level = ctx.principal.rights.level('lead', 'assign')
  const isAssigner =
    (level === 'subtree' || level === 'all') && isAllowed(ctx.principal, 'assign', 'lead', ctx.now, lead)
  if (!isAssigner) throw forbidden('lead.skip_denied', 'You may not skip the check for duplicates.')
}

/** A record that takes the lead, and what of it was filled in if it was there. */
interface Taken<T> {
  change: Change<T>
  filled: Filled[]
  relationId?: string
}

/** Whose new records are: those of nobody become the caller's. */
const ownershipFor = (ctx: Ctx, lead: Lead, { ownerId }: ConversionRequest) => ({
  ownerId: ownerId ?? (lead.ownerId.endsWith(NOBODY) ? ctx.principal.userId : lead.ownerId),
  ...(lead.teamId ? { teamId: lead.teamId } : {}),
  visibility: lead.visibility,
})

/** How the id of nobody ends: a captured lead that no rule gave to anybody. */
const NOBODY = '0'.repeat(26)

async function planAccount(
  ctx: Ctx,
  lead: Lead,
  account: Account | undefined,
  request: ConversionRequest,
): Promise<Taken<Account>> {
  const data = { leadId: lead.id }
  if (!account) {
    const input = { ...accountOfLead(lead), ...request.account, ...ownershipFor(ctx, lead, request) }
    return { change: await Accounts.plans.create(ctx, input, { data }), filled: [] }
  }
  const wished = mergePatch(filledAccount(account, lead), request.account ?? {})
  const change = await Accounts.plans.next(ctx, account, wished, { data })
  return { change, filled: change.writes.length > 0 ? [filledIn(account, change.answer)] : [] }
}

async function planContact(
  ctx: Ctx,
  lead: Lead,
  { account: known, contact }: Targets,
  { change: { answer: account } }: Taken<Account>,
  request: ConversionRequest,
): Promise<Taken<Contact>> {
  const options = { data: { leadId: lead.id }, known: known ? [] : [account.id] }
  if (!contact) {
    const said = { ...contactOfLead(lead), ...request.contact, accountId: account.id }
    const input = { ...said, ...ownershipFor(ctx, lead, request) }
    return { change: await Contacts.plans.create(ctx, input, options), filled: [] }
  }
  const wished = mergePatch(filledContact(contact, lead), request.contact ?? {})
  const taken = (change: Change<Contact>, relationId?: string): Taken<Contact> => ({
    change,
    filled: [filledIn(contact, change.answer)],
    ...(relationId ? { relationId } : {}),
  })
  if (contact.accountId === undefined || contact.accountId === account.id)
    return taken(await Contacts.plans.next(ctx, contact, { ...wished, accountId: account.id }, options))
  const rows = await relationsOf(ctx, contact.id)
  if (rows.some((row) => row.isActive && row.accountId === account.id))
    return taken(await Contacts.plans.next(ctx, contact, wished, options))
  if (!request.linkContactToAccount) throw notRelated()
  const added = newRelation(ctx, contact.id, { accountId: account.id, ...(lead.title ? { title: lead.title } : {}) })
  const change = await planWithRelations(ctx, contact, wished, (all, today) => addRelation(all, added, today), options)
  return taken(change, added.id)
}

/** A deal of a lead is always a new one; nothing when the request wants none. The default pipeline is made by who needs it first. */
async function planOpportunity(
  ctx: Ctx,
  lead: Lead,
  account: Account,
  contact: Contact,
  request: ConversionRequest,
): Promise<Change<Opportunity> | undefined> {
  if (request.opportunity === false) return undefined
  const closeDate = fiscalQuarterEnd(await today(ctx), (await getOrganisation(ctx)).fiscalYearStartMonth)
  const said = { ...opportunityOfLead(lead, account, contact.id, closeDate), ...request.opportunity }
  const input = { ...said, accountId: account.id, ...ownershipFor(ctx, lead, request) }
  return Opportunities.plans.create(ctx, input, { data: { leadId: lead.id }, known: [account.id, contact.id] })
}

const notRelated = (): CrmError =>
  unprocessable('conversion.not_related', 'This contact does not belong to this account. Ask to link them.', [
    { pointer: '/linkContactToAccount', code: 'conversion.not_related', message: 'must be true to relate them' },
  ])

async function planConverted(
  ctx: Ctx,
  lead: Lead,
  parts: {
    account: Taken<Account>
    contact: Taken<Contact>
    opportunity?: Opportunity
    created: Target[]
    request: ConversionRequest
  },
): Promise<Change<Lead>> {
  const { account, contact, opportunity, created, request } = parts
  const ids = {
    accountId: account.change.answer.id,
    contactId: contact.change.answer.id,
    ...(opportunity ? { opportunityId: opportunity.id } : {}),
  }
  const wished: Lead = {
    ...answered(lead, ctx.now.toISOString()),
    ...ids,
    status: 'converted',
    convertedAt: ctx.now.toISOString(),
    convertedBy: ctx.actor.id,
  }
  const change = await Leads.plans.derived(ctx, lead, wished, {
    verb: 'converted',
    data: { ...ids, created, activities: request.activities },
  })
  const row: ConversionRow = {
    leadId: lead.id,
    at: ctx.now.toISOString(),
    before: {
      status: lead.status,
      ...(lead.nurtureUntil ? { nurtureUntil: lead.nurtureUntil } : {}),
      ...(lead.unqualifiedReason ? { unqualifiedReason: lead.unqualifiedReason } : {}),
    },
    activities: request.activities,
    created: created.flatMap((kind) => ids[`${kind}Id`] ?? []),
    filled: [...account.filled, ...contact.filled],
    ...(contact.relationId ? { relationId: contact.relationId } : {}),
  }
  return { ...change, writes: [...change.writes, { put: conversionModel.item(row) }] }
}
