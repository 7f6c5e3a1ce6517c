import { readFileSync } from 'node:fs'
import type { Role } from '@rapport/core/access/roles'
import { accountType } from '@rapport/core/accounts/model'
import { apiKeyType } from '@rapport/core/api-keys/model'
import { assignmentRuleType } from '@rapport/core/assignment-rules/model'
import { calendarType } from '@rapport/core/calendars/model'
import { captureFormType } from '@rapport/core/capture-forms/model'
import { caseType } from '@rapport/core/cases/model'
import { contactType } from '@rapport/core/contacts/model'
import { escalationRuleType } from '@rapport/core/escalation-rules/model'
import { ExchangeRates } from '@rapport/core/exchange-rates/service'
import { exportType } from '@rapport/core/exports/model'
import { Exports, jobWrite } from '@rapport/core/exports/plan'
import { importPresetType, importType } from '@rapport/core/imports/model'
import { NOTHING } from '@rapport/core/imports/rules'
import { inboundMailType } from '@rapport/core/inbound-mail/model'
import { interactionType } from '@rapport/core/interactions/model'
import { leadType } from '@rapport/core/leads/model'
import { noteType } from '@rapport/core/notes/model'
import { Opportunities } from '@rapport/core/opportunities/service'
import { Orders } from '@rapport/core/orders/service'
import { Pipelines } from '@rapport/core/pipelines/service'
import { PriceBookEntries } from '@rapport/core/price-book-entries/service'
import { PriceBooks } from '@rapport/core/price-books/service'
import { Products } from '@rapport/core/products/service'
import { queueType } from '@rapport/core/queues/model'
import { createQuote, Quotes } from '@rapport/core/quotes/service'
import { slaPolicyType } from '@rapport/core/sla-policies/model'
import { taskType } from '@rapport/core/tasks/model'
import { teamType } from '@rapport/core/teams/model'
import { Users } from '@rapport/core/users/service'
import { DAY_MS, HOUR_MS, later } from '@rapport/kernel/clock'
import { type Records, records, settle } from '@rapport/kernel/records'
import type { RecordBase, Share } from '@rapport/kernel/schema'
import { systemCtx } from '@rapport/lambda/context'
import type { Api } from './api.ts'
import { type Body, bodyOf, type Made } from './fixtures.ts'

/** One cell of the written matrix. */
export interface Cell {
  kind: string
  action: string
  relation: string
  caller: string
  /** `ok`, or the status of the refusal. */
  expected: string
}

/** The cells of the matrix, row by row. */
export function readMatrix(): Cell[] {
  const lines = readFileSync(new URL('../api/matrix.csv', import.meta.url), 'utf8').split('\n')
  const [header = '', ...rows] = lines.filter((line) => line !== '' && !line.startsWith('#'))
  const callers = header.split(',').slice(3)
  return rows.flatMap((row) => {
    const [kinds = '', actions = '', relations = '', ...cells] = row.split(',')
    if (cells.length !== callers.length)
      throw new Error(`This row has ${cells.length} cells, not ${callers.length}: ${row}`)
    const subjects = product(kinds.split(' '), actions.split(' '), relations.split(' '))
    return subjects.flatMap(([kind = '', action = '', relation = '']) =>
      callers.flatMap((caller, index) =>
        cells[index] === '.' ? [] : [{ kind, action, relation, caller, expected: String(cells[index]) }],
      ),
    )
  })
}

const product = (...lists: string[][]): string[][] =>
  lists.reduce<string[][]>((done, list) => done.flatMap((head) => list.map((last) => [...head, last])), [[]])

export interface Caller {
  /** Authorization header. */
  as: string
  userId: string
  /** Somebody below this person, in the other team. */
  reportId: string
}

/** Two teams, one caller per column of the matrix, and the people their records belong to. */
export interface World {
  api: Api
  callers: Record<string, Caller>
  mateId: string
  /** Another one of team A, to give records to. */
  colleagueId: string
  otherId: string
  teamA: string
  teamB: string
  /** Accounts that notes are about: one for everyone, one that only the other team sees. */
  seenId: string
  hiddenId: string
}

const roleCallers: Record<string, Role> = {
  admin: 'admin',
  manager: 'manager',
  rep: 'rep',
  marketing: 'marketing',
  agent: 'agent',
  readonly: 'readonly',
  disabled: 'admin',
}

export async function buildWorld(api: Api): Promise<World> {
  const ctx = systemCtx(api.runtime, 'test', 'req-setup')
  const Teams = records(teamType)
  const teamA = (await Teams.create(ctx, { name: 'Team A' })).id
  const teamB = (await Teams.create(ctx, { name: 'Team B' })).id
  const person = async (name: string, role: Role, teamId: string, more: Body = {}): Promise<string> => {
    const body = {
      name,
      email: `${name}@matrix.test`,
      roles: [role],
      status: 'active',
      timeZone: 'UTC',
      subject: `sub-${name}`,
      teamIds: [teamId],
    }
    return (await Users.create(ctx, { ...body, ...more })).id
  }
  const callers: Record<string, Caller> = {}
  for (const [name, role] of Object.entries(roleCallers)) {
    const userId = await person(`matrix-${name}`, role, teamA)
    const reportId = await person(`below-${name}`, 'rep', teamB, { managerId: userId })
    callers[name] = { as: `Bearer sub-matrix-${name}@${tokenTimeS(api)}`, userId, reportId }
  }
  const otherId = await person('other', 'rep', teamB)
  const common = { ownerId: otherId, teamId: teamB }
  const Accounts = records(accountType)
  const world: World = {
    api,
    callers,
    mateId: await person('mate', 'rep', teamA),
    colleagueId: await person('colleague', 'rep', teamA),
    otherId,
    teamA,
    teamB,
    seenId: (await Accounts.create(ctx, { name: 'Seen', ...common, visibility: 'everyone' })).id,
    hiddenId: (await Accounts.create(ctx, { name: 'Hidden', ...common, visibility: 'team' })).id,
  }
  await addKey(world, 'keyOfRep', 'rep', { scopes: ['*:*'] })
  await addKey(world, 'keyReading', 'rep', { scopes: ['*:read'] })
  await addKey(world, 'keyContact', 'rep', { scopes: ['contact:*'] })
  await addKey(world, 'keyAsReadonly', 'admin', { scopes: ['*:*'], roles: ['readonly'] })
  await Users.patch(ctx, callers.disabled?.userId ?? '', { status: 'disabled' })
  // Made by the first list that has a next page: here, so that a list writes nothing.
  await api.runtime.db.signingKey()
  return world
}

const tokenTimeS = (api: Api): number => Math.floor(api.now.at.getTime() / 1000)

async function addKey({ api, callers }: World, name: string, maker: string, body: Body): Promise<void> {
  const of = callerNamed({ callers }, maker)
  const expiresAt = later(api.now.at, 30 * DAY_MS).toISOString()
  const { body: issued } = await api.call<{ key: string }>('POST', '/v1/api-keys', {
    as: of.as,
    body: { name, expiresAt, ...body },
  })
  callers[name] = { ...of, as: `Bearer ${issued.key}` }
  // The first use of a key is noted in its record: here, so that later ones write nothing.
  await api.call('GET', '/v1/me', { as: `Bearer ${issued.key}` })
}

export function callerNamed({ callers }: Pick<World, 'callers'>, name: string): Caller {
  const caller = callers[name]
  if (!caller) throw new Error(`There is no caller "${name}".`)
  return caller
}

interface Ownership {
  ownerId: string
  teamId?: string
  visibility?: string
  shares?: Share[]
}

/** Whose a record is when it stands in this relation to the caller. */
function ownershipOf(world: World, { userId, reportId }: Caller, relation: string): Ownership {
  const others = { ownerId: world.otherId, teamId: world.teamB, visibility: 'team' }
  const share = (more: Omit<Share, 'to'>, to = userId): Ownership => ({ ...others, shares: [{ to, ...more }] })
  const special: Record<string, Ownership> = {
    everyone: { ...others, visibility: 'everyone' },
    sharedRead: share({ access: 'read' }),
    sharedUpdate: share({ access: 'update' }),
    sharedTeam: share({ access: 'read' }, world.teamA),
    expired: share({ access: 'update', until: later(world.api.now.at, -HOUR_MS).toISOString() }),
  }
  const [, whose = '', how = ''] = /^(own|mate|report|other)(\w*)$/.exec(relation) ?? []
  const places: Record<string, Ownership> = {
    own: { ownerId: userId, teamId: world.teamA },
    mate: { ownerId: world.mateId, teamId: world.teamA },
    report: { ownerId: reportId, teamId: world.teamB },
    other: { ownerId: world.otherId, teamId: world.teamB },
  }
  const visibility = { Private: 'owner', Team: 'team' }[how]
  const found = special[relation] ?? places[whose]
  if (!found) throw new Error(`Nobody has said what the relation "${relation}" is.`)
  return { ...found, ...(visibility ? { visibility } : {}) }
}

/** What a test needs of any kind of record. */
type Creates = Pick<Records<RecordBase>, 'create' | 'remove'>

/** An export goes nowhere without its job. */
const exportsWithJob: Creates = {
  ...records(exportType),
  create: (ctx, input) =>
    settle(ctx, async () => {
      const made = await Exports.plans.create(ctx, input)
      const job = { exportId: made.answer.id, version: 0, step: 0, actor: ctx.actor, isRead: false }
      return { ...made, writes: [...made.writes, jobWrite(job)] }
    }),
}

const kinds: Record<string, Creates> = {
  account: records(accountType),
  contact: records(contactType),
  lead: records(leadType),
  captureForm: records(captureFormType),
  note: records(noteType),
  interaction: records(interactionType),
  case: records(caseType),
  task: records(taskType),
  queue: records(queueType),
  import: records(importType),
  importPreset: records(importPresetType),
  inboundMail: records(inboundMailType),
  export: exportsWithJob,
  team: records(teamType),
  calendar: records(calendarType),
  escalationRule: records(escalationRuleType),
  assignmentRule: records(assignmentRuleType),
  slaPolicy: records(slaPolicyType),
  apiKey: records(apiKeyType),
  user: Users,
  product: Products,
  priceBook: PriceBooks,
  priceBookEntry: PriceBookEntries,
  opportunity: Opportunities,
  quote: { create: createQuote as unknown as Creates['create'], remove: Quotes.remove },
  order: Orders,
  pipeline: Pipelines,
  exchangeRate: ExchangeRates,
}

/** Makes a record that stands in a relation to a caller, past the API: the CRM itself may give records to anybody. */
export async function place(world: World, { kind, relation, caller, action }: Cell): Promise<Made> {
  const ctx = systemCtx(world.api.runtime, 'test', 'req-setup')
  const of = kinds[kind]
  if (!of) throw new Error(`Nobody has said how a ${kind} is made.`)
  // Nothing can be given to who is disabled, so what they meet is what an active administrator has.
  const owner = callerNamed(world, caller === 'disabled' ? 'admin' : caller)
  const made = await of.create(ctx, await bodyFor(world, kind, relation, owner, action))
  if (isDeleted(action)) await of.remove(ctx, made.id)
  return { ...made }
}

/** Whether an action is tried on a record in the recycle bin. */
export const isDeleted = (action: string): boolean => action === 'restore' || action === 'listDeleted'

async function bodyFor(world: World, kind: string, relation: string, caller: Caller, action = 'create'): Promise<Body> {
  const subjectId = relation.endsWith('Hidden') ? world.hiddenId : world.seenId
  if (kind === 'account') return { name: 'Any', visibility: 'team', ...ownershipOf(world, caller, relation) }
  if (kind === 'contact') return { lastName: 'Any', visibility: 'team', ...ownershipOf(world, caller, relation) }
  if (kind === 'case') {
    const begun = {
      impact: 'low',
      urgency: 'low',
      number: 'C-000000',
      status: 'new',
      reopenedCount: 0,
      inboundCount: 1,
    }
    return {
      subject: 'Any',
      visibility: 'team',
      ...(action === 'create' ? {} : begun),
      ...ownershipOf(world, caller, relation),
    }
  }
  if (kind === 'lead')
    return { lastName: 'Any', status: 'new', visibility: 'team', ...ownershipOf(world, caller, relation) }
  if (kind === 'task') return { subject: 'Any', visibility: 'team', ...ownershipOf(world, caller, relation) }
  if (kind === 'inboundMail') {
    const said = { from: 'lan@example.com', subject: 'Hello', body: 'Hello', messageId: `m${++keys}@example.com` }
    return { ...said, outcome: 'unmatched', why: 'nobody knows', receivedAt: world.api.now.at.toISOString() }
  }
  if (kind === 'queue')
    return {
      name: `Queue ${++keys}`,
      memberIds: [],
      mode: 'pull',
      isIntake: false,
      strategy: 'skills',
      teamId: world.teamA,
    }
  if (kind === 'importPreset')
    return { ...preset, name: 'Any', visibility: 'team', ...ownershipOf(world, caller, relation) }
  if (kind === 'export') {
    const begun = { status: 'running', count: 0, bytes: 0, step: 0, format: 'csv', archive: false }
    return { kind: 'contact', ...begun, ...ownershipOf(world, caller, `${relation}Private`) }
  }
  if (kind === 'import') {
    const begun = { status: 'awaiting_file', counts: NOTHING, bytesRead: 0, step: 0, visibility: 'owner' }
    const file = { fileName: 'any.csv', bytes: 1, dryRun: false }
    return { ...preset, ...file, ...begun, ...ownershipOf(world, caller, `${relation}Private`) }
  }
  if (kind === 'note') return { subjectId, body: 'Any', ...ownershipOf(world, caller, relation) }
  if (kind === 'interaction') {
    const said = { channel: 'phone', direction: 'inbound', at: world.api.now.at.toISOString(), summary: 'Any' }
    return { subjectId, ...said, ...ownershipOf(world, caller, relation) }
  }
  if (kind === 'opportunity')
    return { name: 'Any', closeDate: '2026-12-31', visibility: 'team', ...ownershipOf(world, caller, relation) }
  if (kind === 'quote')
    return { opportunityId: await dealFor(world, action), visibility: 'team', ...ownershipOf(world, caller, relation) }
  if (kind === 'order') {
    const lines = [{ name: 'Any', quantity: '1', net: { amount: 1, currency: 'USD' } }]
    const ordered = { orderedOn: '2026-11-22', currency: 'USD', lines }
    return { ...ordered, visibility: 'team', ...ownershipOf(world, caller, relation) }
  }
  if (kind === 'pipeline') return bodyOf(world.api, kind)
  if (
    [
      'team',
      'calendar',
      'slaPolicy',
      'escalationRule',
      'assignmentRule',
      'product',
      'priceBook',
      'priceBookEntry',
      'exchangeRate',
    ].includes(kind)
  )
    return bodyOfSetting(world.api, kind)
  if (kind === 'captureForm')
    return { ...(await bodyOf(world.api, kind)), ...(action === 'create' ? {} : { formKey: `key-${++keys}` }) }
  if (kind === 'user')
    return {
      ...(await bodyOf(world.api, kind)),
      status: 'active',
      outOfOffice: undefined,
      ...placeOfPerson(world, caller, relation),
    }
  const secret = { keyId: (++keys).toString().padStart(12, 'k'), secrets: [{ digest: '0'.repeat(64) }] }
  return { ...(await bodyOf(world.api, 'apiKey')), ...ownershipOf(world, caller, relation), ...secret }
}

const preset = { kind: 'contact', format: 'csv', mode: 'create' }

/** What refers to nothing, so that making the body makes no record. */
export async function bodyOfSetting(api: Api, kind: string): Promise<Body> {
  if (kind !== 'priceBookEntry') return settingsOf[kind] ?? bodyOf(api, kind)
  const { priceBookId, productId } = await (sold.get(api) ?? sell(api))
  return { priceBookId, productId, minQuantity: String(++tiers), unitPrice: { amount: 1, currency: 'USD' } }
}

const settingsOf: Record<string, Body> = {
  slaPolicy: { name: 'Any', position: 1, hours: '24x7', targets: { low: { resolutionMinutes: 60 } } },
  escalationRule: {
    name: 'Any',
    position: 1,
    steps: [{ when: { basis: 'created', afterMinutes: 60 }, actions: { publish: 'late' } }],
  },
}

/** A deal that everybody sees who sees deals. Quotes that are placed have one each, quotes that callers make share one. */
async function dealFor(world: World, action: string): Promise<string> {
  const make = async () => {
    const ctx = systemCtx(world.api.runtime, 'test', 'req-setup')
    const body = { name: 'Any', closeDate: '2026-12-31', ownerId: world.otherId, teamId: world.teamB }
    return (await Opportunities.create(ctx, { ...body, visibility: 'everyone' })).id
  }
  // Made with the first quote that is placed: a create that is refused writes nothing.
  const shared = offered.get(world) ?? make()
  offered.set(world, shared)
  return action === 'create' ? shared : make()
}
const offered = new WeakMap<World, Promise<string>>()

/** One product in one book serves all entries: bodies are made where nothing may be written. */
const sold = new WeakMap<Api, Promise<Body>>()
let tiers = 0

function sell(api: Api): Promise<Body> {
  const made = bodyOf(api, 'priceBookEntry')
  sold.set(api, made)
  return made
}

let keys = 0

const placeOfPerson = (world: World, caller: Caller, relation: string): Body => ({
  teamIds: [relation === 'mate' ? world.teamA : world.teamB],
  managerId: relation === 'report' ? caller.userId : undefined,
})

/** The body of a create that asks for this relation. */
export async function bodyToCreate(world: World, kind: string, relation: string, caller: Caller): Promise<Body> {
  const wanted = ownershipOf(
    world,
    caller,
    relation === 'everyone' ? 'own' : relation.replace('InOtherTeam', '').replace('Hidden', ''),
  )
  const isOwn = relation.startsWith('own') || relation === 'everyone'
  const { ownerId, teamId, visibility } = wanted
  const body = await bodyFor(world, kind, relation.endsWith('Hidden') ? relation : 'other', caller)
  const { ownerId: _owner, teamId: _team, visibility: _visibility, ...said } = body
  return {
    ...said,
    ...(isOwn ? {} : { ownerId, teamId }),
    ...(relation === 'ownInOtherTeam' ? { teamId: world.teamB } : {}),
    ...(relation === 'everyone' ? { visibility: 'everyone' } : visibility ? { visibility } : {}),
  }
}
