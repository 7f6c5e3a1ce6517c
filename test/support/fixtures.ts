import type { CaseFile } from '@rapport/core/case-files/schema'
import { runExport } from '@rapport/core/exports/run'
import { runHandover } from '@rapport/core/handover/run'
import { runImport } from '@rapport/core/imports/run'
import { receive } from '@rapport/core/inbound-mail/service'
import { recordTypes } from '@rapport/core/index'
import { digestOfEmail } from '@rapport/core/leads/model'
import { DAY_MS, epochS, HOUR_MS, later } from '@rapport/kernel/clock'
import { sealLink } from '@rapport/kernel/link'
import { systemCtx } from '@rapport/lambda/context'
import type { Route } from '@rapport/lambda/route'
import { routes } from '../../functions/api/routes.ts'
import type { Api, CallOptions, Reply } from './api.ts'
import { plainBody, plainPatch } from './plain.ts'

/**
 * One good request for every route, and one good record of every kind. A new kind that is not plain needs a body and a patch
 * here; a route of its own form needs a request. The contract tests fail with this file's name until it has them.
 */

export type Body = Record<string, unknown>

export interface Made extends Body {
  id: string
  version: number
}

/** A request without the one who sends it. */
export interface Sample extends Pick<CallOptions, 'body' | 'query' | 'headers'> {
  path: string
}

/** Keeps names, addresses and domains of different records apart. */
let count = 0
const next = (): number => ++count

const OFFICE_DAY = [
  { start: '09:00', end: '12:00' },
  { start: '13:00', end: '17:00' },
]

/** Bodies that use every field a caller may set. */
export const bodies: Record<string, (api: Api) => Body | Promise<Body>> = {
  account: async () => {
    const n = next()
    return {
      name: `Công ty ${n}`,
      domain: `company-${n}.example`,
      industry: 'retail',
      employees: 12,
      annualRevenue: { amount: 125_000, currency: 'USD' },
      phones: [{ value: '+84 28 3823 4567', type: 'work' }],
      addresses: [{ type: 'billing', street: '1 Lê Lợi', city: 'Huế', country: 'VN' }],
      description: 'Roasts coffee.\nExports it.',
      tags: ['vip'],
      externalIds: { erp: `A-${n}` },
    }
  },
  contact: async (api) => {
    const n = next()
    return {
      salutation: 'Ms',
      firstName: 'Lan',
      middleName: 'Thi',
      lastName: `Nguyễn ${n}`,
      gender: 'female',
      title: 'Buyer',
      department: 'Purchasing',
      emails: [{ value: `lan-${n}@example.com` }],
      phones: [{ value: '028 3823 4567', country: 'VN', type: 'mobile' }],
      addresses: [{ type: 'home', city: 'Huế', country: 'VN' }],
      preferredChannel: 'email',
      language: 'vi',
      timeZone: 'Asia/Bangkok',
      birthday: '1990-02-28',
      source: 'fair',
      doNotCall: true,
      description: 'Prefers mornings.',
      accountId: (await make(api, 'account')).id,
      tags: ['buyer'],
      externalIds: { erp: `C-${n}` },
    }
  },
  captureForm: (api) => ({
    name: `Form ${next()}`,
    fields: ['firstName', 'lastName', 'company', 'email', 'phone', 'country', 'message'],
    constants: { source: 'web', rating: 'warm', tags: ['web'] },
    assignToId: api.people.rep?.id,
    leadTeamId: api.teams.sales,
    doubleOptIn: true,
    letter: { subject: 'Is it you?', text: 'You asked for our catalogue.' },
    consentText: 'You may write to me.',
    thanks: 'The catalogue is on its way.',
    redirectUrl: 'https://www.example.com/thanks',
    isActive: true,
    allowedOrigins: ['https://www.example.com'],
  }),
  lead: (api) => {
    const n = next()
    return {
      salutation: 'Mr',
      firstName: 'Minh',
      lastName: `Trần ${n}`,
      title: 'Director',
      company: `Cà phê ${n}`,
      emails: [{ value: `minh-${n}@lead.example` }],
      phones: [{ value: '028 3823 4567', country: 'VN', type: 'work' }],
      addresses: [{ type: 'office', city: 'Huế', country: 'VN' }],
      domain: `lead-${n}.example`,
      industry: 'retail',
      employees: 40,
      status: 'nurturing',
      nurtureUntil: later(api.now.at, 30 * DAY_MS).toISOString(),
      rating: 'warm',
      source: 'fair',
      utm: { source: 'newsletter', medium: 'email', campaign: 'spring' },
      clickIds: { gclid: 'abc' },
      referrer: 'https://search.example/',
      estimate: { amount: 500_000, currency: 'USD' },
      description: 'Wants a catalogue.',
      tags: ['fair'],
      externalIds: { erp: `L-${n}` },
    }
  },
  note: async (api) => ({
    subjectId: (await make(api, 'account')).id,
    title: 'Call',
    body: '**Wants** a quote.',
    isPinned: true,
  }),
  interaction: async (api) => ({
    subjectId: (await make(api, 'account')).id,
    channel: 'phone',
    direction: 'inbound',
    at: api.now.at.toISOString(),
    durationS: 120,
    outcome: 'interested',
    summary: 'Asked for a quote.',
    feedback: { rating: 5, text: 'Friendly.' },
  }),
  user: async (api) => ({
    name: `Person ${next()}`,
    email: `person-${next()}@rapport.test`,
    roles: ['rep'],
    managerId: api.people.manager?.id,
    teamIds: [api.teams.sales],
    title: 'Seller',
    phone: '+84 28 1',
    timeZone: 'Asia/Bangkok',
    language: 'th',
    capacity: 5,
    outOfOffice: { from: '2026-12-24T00:00:00.000Z', until: '2026-12-27T00:00:00.000Z', message: 'Away.' },
  }),
  team: () => ({ name: `Team ${next()}`, description: 'Sells.' }),
  apiKey: (api) => ({
    name: `Key ${next()}`,
    roles: ['readonly'],
    scopes: ['contact:read', 'account:*'],
    expiresAt: later(api.now.at, 30 * DAY_MS).toISOString(),
    cidrs: ['203.0.113.0/24'],
  }),
  case: async (api) => ({
    subject: `The grinder is too loud ${next()}`,
    description: 'Since Monday.\nAll day.',
    type: 'complaint',
    origin: 'phone',
    impact: 'high',
    urgency: 'medium',
    priorityOverride: 'low',
    accountId: (await make(api, 'account')).id,
    contactId: (await make(api, 'contact')).id,
    requester: { name: 'Lan', email: 'lan@example.com', phone: '+84 28 3823 4567' },
    parentCaseId: await incident(api),
    tags: ['grinder'],
  }),
  queue: (api) => ({
    name: `Queue ${next()}`,
    description: 'Repairs.',
    memberIds: [api.people.agent?.id, api.people.admin?.id],
    mode: 'pull',
    strategy: 'least_busy',
    teamId: api.teams.service,
  }),
  caseComment: () => ({ body: 'Called back.' }),
  caseFile: () => ({ name: 'grinder.jpg', contentType: 'image/jpeg', bytes: 4 }),
  task: async (api) => ({
    subject: 'Send the quote',
    description: 'With the new prices.',
    aboutId: (await make(api, 'account')).id,
    links: [(await make(api, 'contact')).id],
    dueAt: '2026-12-01T09:00:00.000Z',
    zone: 'Asia/Bangkok',
    priority: 'high',
    blockedBy: [await freeTask(api)],
    recurrence: 'FREQ=WEEKLY;BYDAY=TU',
    reminders: [60, 1440],
  }),
  escalationRule: async (api) => ({
    name: 'Complaints',
    description: 'Nobody waits for a day.',
    position: 10,
    isActive: true,
    isShadow: false,
    criteria: {
      priorities: ['high', 'urgent'],
      statuses: ['new', 'in_progress'],
      types: ['complaint'],
      channels: ['email'],
      tags: ['vip'],
      accountIds: [(await make(api, 'account')).id],
    },
    hours: 'business',
    calendarId: (await make(api, 'calendar')).id,
    disableAfterFirstModification: true,
    steps: [
      {
        when: { basis: 'firstResponse', percent: 75 },
        actions: {
          notify: { whom: ['owner', 'queueMembers'], userIds: [api.people.rep?.id] },
          assign: { userId: api.people.peer?.id },
          addTag: 'warned',
        },
      },
      {
        when: { basis: 'lastModified', afterMinutes: 240 },
        actions: {
          assign: { queueId: (await make(api, 'queue')).id },
          setPriority: 'urgent',
          setType: 'complaint',
          createTask: { subject: 'Call the customer', for: 'owner', dueInMinutes: 60, priority: 'high' },
          publish: 'case.late',
        },
      },
    ],
  }),
  assignmentRule: (api) => ({
    name: 'Webinars',
    description: 'In turn among those who held it.',
    position: 10,
    isActive: true,
    criteria: {
      sources: ['webinar'],
      campaigns: ['autumn'],
      ratings: ['hot', 'warm'],
      countries: ['VN', 'TH'],
      industries: ['retail'],
      tags: ['coffee'],
      employeesMin: 10,
      employeesMax: 500,
    },
    assignTo: { userIds: [api.people.rep?.id, api.people.peer?.id], teamId: api.teams.sales },
    strategy: 'least_busy',
  }),
  calendar: () => ({
    name: `Office ${next()}`,
    description: 'Closed for lunch.',
    timeZone: 'Europe/Berlin',
    is24x7: false,
    week: { monday: OFFICE_DAY, tuesday: OFFICE_DAY, wednesday: OFFICE_DAY, thursday: OFFICE_DAY, friday: OFFICE_DAY },
    holidays: [
      { date: '2026-12-25', name: 'Christmas' },
      { date: '2026-12-24', name: 'Christmas Eve', closed: [{ start: '12:00', end: '24:00' }] },
    ],
    overrides: [{ date: '2026-11-28', name: 'Stocktaking', hours: [{ start: '10:00', end: '14:00' }] }],
    isDefault: false,
  }),
  slaPolicy: async (api) => ({
    name: `Gold ${next()}`,
    description: 'For those who pay for it.',
    position: 10,
    isActive: true,
    criteria: {
      priorities: ['high', 'urgent'],
      types: ['incident'],
      channels: ['email', 'phone'],
      tags: ['gold'],
      accountIds: [(await make(api, 'account')).id],
    },
    targets: {
      high: { firstResponseMinutes: 60, nextResponseMinutes: 120, resolutionMinutes: 960 },
      urgent: { firstResponseMinutes: 15, resolutionMinutes: 240 },
    },
    hours: 'business',
    calendarId: (await make(api, 'calendar')).id,
    warnAtPercents: [50, 80],
  }),
  priceBook: () => ({
    name: `Wholesale ${next()}`,
    description: 'For those who sell on.',
    currency: 'USD',
    isStandard: false,
    isActive: true,
    validFrom: '2026-01-01',
    validUntil: '2030-12-31',
    fallback: 'standard',
    adjustmentPercent: '-5',
    familyRules: [{ family: 'coffee', adjustmentPercent: '-7.5' }],
  }),
  priceBookEntry: async (api) => ({
    priceBookId: (await make(api, 'priceBook')).id,
    productId: (await make(api, 'product')).id,
    minQuantity: '1',
    unitPrice: { amount: 800, currency: 'USD' },
    useStandardPrice: false,
    isActive: true,
    validFrom: '2026-01-01',
    validUntil: '2030-12-31',
  }),
  exchangeRate: () => ({
    currency: 'EUR',
    corporateCurrency: 'USD',
    date: later(new Date('2000-01-01'), next() * DAY_MS)
      .toISOString()
      .slice(0, 10),
    rate: '1.0834',
    source: 'European Central Bank',
  }),
  product: () => {
    const n = next()
    return {
      name: `Dark roast ${n}`,
      sku: `ROAST-${n}`,
      family: 'coffee',
      type: 'good',
      unit: 'kg',
      taxCode: 'standard',
      cost: { amount: 640, currency: 'USD' },
      isActive: true,
      description: 'Beans from Buôn Ma Thuột.',
      tags: ['organic'],
      externalIds: { erp: `P-${n}` },
    }
  },
  pipeline: () => {
    const stage = { checklist: ['Is there a budget?'], requiredFields: ['nextStep'], rottenAfterBusinessDays: 5 }
    return {
      name: `Process ${next()}`,
      description: 'For renewals.',
      isActive: true,
      stages: [
        { id: 'talks', name: 'Talks', status: 'open', probability: 30, forecastCategory: 'pipeline', ...stage },
        { id: 'offer', name: 'Offer', status: 'open', probability: 60, forecastCategory: 'bestCase' },
        { id: 'won', name: 'Won', status: 'won', probability: 100, forecastCategory: 'closed' },
        { id: 'lost', name: 'Lost', status: 'lost', probability: 0, forecastCategory: 'omitted' },
      ],
      winReasons: ['price', 'other'],
      lossReasons: ['price', 'other'],
    }
  },
  opportunity: async (api) => {
    const n = next()
    const contact = await make(api, 'contact')
    return {
      name: `Roasters ${n}`,
      accountId: contact.accountId,
      amount: { amount: 125_000, currency: 'USD' },
      probability: 15,
      forecastCategory: 'pipeline',
      closeDate: '2026-12-31',
      source: 'fair',
      campaign: 'Autumn fair',
      nextStep: 'Visit the plant',
      competitor: 'Acme',
      description: 'Four roasters.',
      contactRoles: [{ contactId: contact.id, role: 'decisionMaker', isPrimary: true }],
      splits: [
        { userId: api.people.rep?.id, type: 'revenue', basisPoints: 6_000 },
        { userId: api.people.peer?.id, type: 'revenue', basisPoints: 4_000 },
      ],
      tags: ['vip'],
      externalIds: { erp: `O-${n}` },
    }
  },
  quote: async (api) => ({
    opportunityId: await dealWithLines(api),
    name: `Offer ${next()}`,
    accountId: (await make(api, 'account')).id,
    contactId: (await make(api, 'contact')).id,
    currency: 'USD',
    pricesIncludeTax: false,
    headerDiscount: { percent: '2.5' },
    shipping: { amount: 1_500, currency: 'USD' },
    shippingTaxCode: await taxCode(api),
    adjustment: { amount: { amount: -10, currency: 'USD' }, reason: 'Rounded' },
    expiresOn: '2027-12-31',
    terms: 'Net 30.\nEx works.',
  }),
  order: async (api) => ({
    name: `Order ${next()}`,
    accountId: (await make(api, 'account')).id,
    contactId: (await make(api, 'contact')).id,
    orderedOn: '2026-11-22',
    status: 'placed',
    tags: ['web'],
    externalIds: { shop: `W-${next()}` },
    currency: 'USD',
    lines: [await orderLine(api), { name: 'Delivery', quantity: '1', net: { amount: 500, currency: 'USD' } }],
    shipping: { amount: 990, currency: 'USD' },
    shippingTax: { amount: 99, currency: 'USD' },
    adjustment: { amount: -9, currency: 'USD' },
  }),
  importPreset: () => ({ name: `Preset ${next()}`, ...importOf('contact') }),
  import: () => ({ ...importOf('contact'), fileName: 'fair.csv', bytes: FILE.length, dryRun: true }),
  export: () => ({ kind: 'contact', format: 'jsonl', filter: [{ name: 'tag', value: 'vip' }], archive: false }),
  handover: (api) => ({ to: api.people.peer?.id, until: '2026-12-01T00:00:00.000Z', kinds: ['account'] }),
}

/** A letter of somebody nobody knows. */
async function letter(api: Api): Promise<string> {
  const n = next()
  const received = await receive(systemCtx(api.runtime, 'test', 'req-test'), {
    messageId: `<letter-${n}@example.org>`,
    from: `somebody-${n}@example.org`,
    fromName: 'Somebody',
    recipients: 'support@in.rapport.test',
    references: '',
    subject: 'A question',
    text: 'Do you repair grinders?',
    isAutomatic: false,
    isSuspect: false,
    isScanned: true,
    receivedAt: api.now.at,
    attachments: [
      { name: 'grinder.jpg', contentType: 'image/jpeg', bytes: 4, content: Buffer.from('\xff\xd8\xff\xe0', 'latin1') },
    ],
  })
  return received?.id ?? ''
}

async function waitingCase(api: Api): Promise<string> {
  return (await make(api, 'case', { body: { queueId: (await make(api, 'queue')).id } })).id
}

/** A case that others are a part of. */
async function incident(api: Api): Promise<string> {
  const reply = await api.call<Made>('POST', '/v1/cases', { as: 'admin', body: { subject: `Incident ${next()}` } })
  return reply.body.id
}

/** A task that waits for nothing. */
async function freeTask(api: Api): Promise<string> {
  const reply = await api.call<Made>('POST', '/v1/tasks', { as: 'admin', body: { subject: 'First' } })
  return reply.body.id
}

export interface PatchSample {
  /** Two changes that do not touch the same field. */
  first: Body
  second: Body
  /** A field that null takes away, and that is there to begin with. */
  optional: string
  /** A field that cannot be taken away. */
  required?: string
}

/** What is changed, by kind of record or by the id of a route of its own form. */
export const patches: Record<string, PatchSample> = {
  account: { first: { name: 'Renamed' }, second: { employees: 13 }, optional: 'industry', required: 'name' },
  contact: { first: { lastName: 'Trần' }, second: { department: 'Board' }, optional: 'title', required: 'lastName' },
  captureForm: { first: { name: 'Renamed' }, second: { thanks: 'Bye.' }, optional: 'redirectUrl', required: 'name' },
  lead: { first: { lastName: 'Phạm' }, second: { rating: 'hot' }, optional: 'industry', required: 'status' },
  note: { first: { body: 'Wants two.' }, second: { isPinned: false }, optional: 'title', required: 'body' },
  user: { first: { name: 'Renamed' }, second: { capacity: 9 }, optional: 'phone', required: 'roles' },
  team: {
    get first() {
      return { name: `Renamed ${next()}` }
    },
    second: { description: 'Sells and serves.' },
    optional: 'description',
    required: 'name',
  },
  calendar: {
    get first() {
      return { name: `Renamed ${next()}` }
    },
    second: { timeZone: 'Asia/Bangkok' },
    optional: 'description',
    required: 'timeZone',
  },
  escalationRule: {
    first: { name: 'Renamed' },
    second: { position: 11 },
    optional: 'description',
    required: 'steps',
  },
  assignmentRule: {
    first: { name: 'Renamed' },
    second: { position: 11 },
    optional: 'description',
    required: 'assignTo',
  },
  slaPolicy: { first: { name: 'Renamed' }, second: { position: 11 }, optional: 'description', required: 'targets' },
  pipeline: {
    first: { name: 'Renamed' },
    second: { winReasons: ['service'] },
    optional: 'description',
    required: 'stages',
  },
  opportunity: {
    first: { name: 'Renamed' },
    second: { nextStep: 'Call' },
    optional: 'competitor',
    required: 'closeDate',
  },
  quote: { first: { name: 'Renamed' }, second: { expiresOn: '2027-06-30' }, optional: 'terms', required: 'expiresOn' },
  order: { first: { name: 'Renamed' }, second: { status: 'fulfilled' }, optional: 'tags', required: 'orderedOn' },
  importPreset: { first: { name: 'Renamed' }, second: { mode: 'upsert' }, optional: 'mapping', required: 'kind' },
  apiKey: {
    first: { name: 'Renamed' },
    second: { scopes: ['contact:read'] },
    optional: 'cidrs',
    required: 'expiresAt',
  },
  case: { first: { subject: 'Louder' }, second: { urgency: 'high' }, optional: 'description', required: 'subject' },
  task: {
    first: { subject: 'Renamed' },
    second: { priority: 'urgent' },
    optional: 'description',
    required: 'subject',
  },
  queue: {
    get first() {
      return { name: `Renamed ${next()}` }
    },
    second: { mode: 'push' },
    optional: 'description',
    required: 'name',
  },
  exchangeRate: { first: { rate: '1.09' }, second: { source: 'Our bank' }, optional: 'source', required: 'date' },
  updateOrganisation: {
    first: { fiscalYearStartMonth: 4 },
    second: { taxRounding: 'document' },
    optional: 'company',
    required: 'timeZone',
  },
  priceBook: {
    get first() {
      return { name: `Renamed ${next()}` }
    },
    second: { adjustmentPercent: '-6' },
    optional: 'familyRules',
    required: 'name',
  },
  priceBookEntry: {
    first: { unitPrice: { amount: 810, currency: 'USD' } },
    second: { minQuantity: '2' },
    optional: 'validUntil',
    required: 'productId',
  },
  product: { first: { name: 'Renamed' }, second: { isActive: false }, optional: 'unit', required: 'name' },
  updateMe: { first: { name: 'Renamed' }, second: { phone: '+84 1' }, optional: 'title', required: 'timeZone' },
  updateContactRelation: { first: { title: 'Owner' }, second: { roles: ['influencer'] }, optional: 'roles' },
}

/** Where records are made that have no `POST` of their own collection. */
const makers: Record<string, (api: Api) => Promise<string>> = {
  caseComment: async (api) => `/v1/cases/${(await make(api, 'case')).id}/comments`,
  caseFile: async (api) => `/v1/cases/${(await make(api, 'case')).id}/files`,
  handover: async (api) => `/v1/users/${(await make(api, 'user')).id}/handover`,
}

/** Kinds that nobody makes, as they come about. Answers the id. */
const arising: Record<string, (api: Api) => Promise<string>> = {
  captureFailure: async (api) => {
    const { formKey } = await make(api, 'captureForm', { body: { allowedOrigins: undefined } })
    await api.call('POST', `/v1/capture/${formKey}`, { body: { fields: { lastName: 'Lan', email: 'no address' } } })
    const list = await api.call<{ data: Made[] }>('GET', '/v1/capture-failures', { as: 'admin', query: { limit: 1 } })
    return String(list.body.data[0]?.id)
  },
}

/** A new record of a kind, made over HTTP. */
export async function make(
  api: Api,
  kind: string,
  { as = 'admin', body = {} }: { as?: string; body?: Body } = {},
): Promise<Made> {
  // Letters come by mail, not over HTTP.
  if (kind === 'inboundMail')
    return (await api.call<Made>('GET', `/v1/inbound-mail/${await letter(api)}`, { as: 'admin' })).body
  const arisen = await arising[kind]?.(api)
  if (arisen) return (await api.call<Made>('GET', `${basePath(kind)}/${arisen}`, { as: 'admin' })).body
  const path = (await makers[kind]?.(api)) ?? basePath(kind)
  const all = { ...(await bodyOf(api, kind)), ...body }
  const reply = await api.call<Made & { record?: Made }>('POST', path, { as, body: all })
  if (reply.status >= 300) throw new Error(`No ${kind} was made: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body.record ?? reply.body
}

export async function bodyOf(api: Api, kind: string): Promise<Body> {
  return bodies[kind]?.(api) ?? plainBody(kind)
}

export function patchOf({ id, kind = '' }: Pick<Route, 'id'> & { kind?: string | undefined }): PatchSample {
  const patch = patches[id] ?? patches[kind]
  if (patch) return patch
  if (recordTypes.some((type) => type.kind === kind)) return plainPatch(kind)
  throw new Error(`The route ${id} has no patch. Add patches.${kind || id} to test/support/fixtures.ts.`)
}

/** Path of the collection of a kind. */
export function basePath(kind: string): string {
  const list = routes.find(
    (route) => route.kind === kind && route.method === 'GET' && /^\/v1\/[a-z-]+$/.test(route.path),
  )
  if (!list) throw new Error(`No route lists the kind "${kind}".`)
  return list.path
}

type Build = (api: Api, kind: string) => Promise<Sample>

const pathTo = async (api: Api, kind: string, rest = ''): Promise<string> =>
  `${basePath(kind)}/${(await make(api, kind)).id}${rest}`

/** What routes of the same form have in common: method and path behind the collection. */
const forms: Record<string, Build> = {
  'GET ': async (api, kind) => {
    await make(api, kind)
    return { path: basePath(kind) }
  },
  'POST ': async (api, kind) => ({ path: basePath(kind), body: await bodyOf(api, kind) }),
  'GET /{id}': async (api, kind) => ({ path: await pathTo(api, kind) }),
  'PATCH /{id}': async (api, kind) => ({ path: await pathTo(api, kind), body: patchOf({ id: '', kind }).first }),
  'DELETE /{id}': async (api, kind) => ({ path: await pathTo(api, kind) }),
  'POST /{id}/restore': async (api, kind) => {
    const path = await pathTo(api, kind)
    await api.call('DELETE', path, { as: 'admin' })
    return { path: `${path}/restore` }
  },
  'PUT /{id}/shares': async (api, kind) => ({
    path: await pathTo(api, kind, '/shares'),
    body: {
      shares: [
        { to: api.people.stranger?.id, access: 'read', until: '2027-01-01T00:00:00.000Z' },
        { to: api.teams.service, access: 'update' },
      ],
    },
  }),
  'POST /batch': async (api, kind) => {
    const [changed, deleted] = [await make(api, kind), await make(api, kind)]
    const operations = [
      { op: 'create', body: await bodyOf(api, kind) },
      { op: 'update', id: changed.id, body: patchOf({ id: '', kind }).first, version: 1 },
      { op: 'delete', id: deleted.id },
    ]
    return { path: `${basePath(kind)}/batch`, body: { atomic: true, operations } }
  },
  'GET /{id}/timeline': async (api, kind) => ({ path: await pathTo(api, kind, '/timeline') }),
  'POST /{id}/revert': async (api, kind) => {
    const path = await pathTo(api, kind)
    await api.call('PATCH', path, { as: 'admin', body: patchOf({ id: '', kind }).first })
    return { path: `${path}/revert`, body: { eventId: api.events.at(-1)?.id } }
  },
}

/** Requests to routes that have a form of their own, by the id of the route. */
export const requests: Record<string, (api: Api) => Promise<Sample>> = {
  getAccountByExternalId: async (api) => ({
    path: `/v1/accounts/external/erp/${externalIdOf(await make(api, 'account'))}`,
  }),
  putAccountByExternalId: async (api) => ({
    path: `/v1/accounts/external/erp/${externalIdOf(await make(api, 'account'))}`,
    body: { name: 'From the ERP', employees: 99 },
  }),
  getLeadByExternalId: async (api) => ({
    path: `/v1/leads/external/erp/${externalIdOf(await make(api, 'lead'))}`,
  }),
  putLeadByExternalId: async (api) => ({
    path: `/v1/leads/external/erp/${externalIdOf(await make(api, 'lead'))}`,
    body: { company: 'From the shop', employees: 99 },
  }),
  getOrganisation: async () => ({ path: '/v1/organisation' }),
  updateOrganisation: async (api) => {
    const company = { name: `Rang Coffee ${next()}`, address: { city: 'Huế', country: 'VN' }, taxNumber: '0301' }
    const body = {
      company,
      timeZone: 'Asia/Ho_Chi_Minh',
      language: 'vi',
      corporateCurrency: 'USD',
      fiscalYearStartMonth: 7,
      taxRounding: 'line',
      pricesIncludeTax: false,
      taxCodes: [{ code: 'standard', name: 'VAT', components: [{ name: 'VAT', percent: '10', isCompound: false }] }],
      quoteValidDays: 14,
      asksForRatings: true,
      quoteLimits: [{ role: 'rep', discountPercentMax: '15', marginPercentMin: '20' }],
      leadResponse: { minutes: 60, hours: 'business', calendarId: (await make(api, 'calendar')).id },
    }
    await api.call('PATCH', '/v1/organisation', { as: 'admin', body })
    return { path: '/v1/organisation', body: { ...body, quoteValidDays: 21 } }
  },
  resolvePrice: async (api) => {
    const { priceBookId, productId } = await make(api, 'priceBookEntry')
    const account = await make(api, 'account')
    const body = { productId, quantity: '2.5', currency: 'USD', date: '2026-11-22', priceBookId, accountId: account.id }
    return { path: '/v1/price-books/resolve', body }
  },
  listProductPrices: async (api) => {
    const { productId } = await make(api, 'priceBookEntry')
    return { path: `/v1/products/${productId}/prices` }
  },
  convertAmounts: async (api) => {
    await make(api, 'exchangeRate')
    const amounts = [
      { amount: 10_000, currency: 'USD' },
      { amount: 10_000, currency: 'EUR' },
      { amount: 10_000, currency: 'JPY' },
    ]
    return { path: '/v1/exchange-rates/convert', body: { amounts, date: '2026-11-22' } }
  },
  getProductByExternalId: async (api) => ({
    path: `/v1/products/external/erp/${externalIdOf(await make(api, 'product'))}`,
  }),
  putProductByExternalId: async (api) => ({
    path: `/v1/products/external/erp/${externalIdOf(await make(api, 'product'))}`,
    body: { name: 'From the ERP', unit: 'bag' },
  }),
  convertLead: async (api) => ({ path: await pathTo(api, 'lead', '/convert'), body: { activities: 'link' } }),
  undoLeadConversion: async (api) => {
    const path = await pathTo(api, 'lead', '/convert')
    await api.call('POST', path, { as: 'admin', body: {} })
    return { path: `${path}/undo` }
  },
  capture: async (api) => ({
    path: `/v1/capture/${(await make(api, 'captureForm')).formKey}`,
    body: {
      fields: { lastName: 'Lan', email: `capture-${next()}@example.com` },
      utm: { source: 'search' },
      clickIds: { gclid: 'x' },
      referrer: 'https://search.example/',
      consent: { textVersion: 'v1' },
      homepage: '',
    },
    headers: { origin: 'https://www.example.com' },
  }),
  replayCaptureFailure: async (api) => {
    const failure = await make(api, 'captureFailure')
    // Without the address that cannot be read, what was sent will do.
    const body = { fields: ['lastName'] }
    await api.call('PATCH', `/v1/capture-forms/${failure.formId}`, { as: 'admin', body })
    return { path: `/v1/capture-failures/${failure.id}/replay` }
  },
  showOptIn: async (api) => ({ path: `/v1/opt-in/${await optInToken(api)}` }),
  confirmOptIn: async (api) => ({ path: `/v1/opt-in/${await optInToken(api)}` }),
  getAccountHierarchy: async (api) => {
    const parentId = (await make(api, 'account')).id
    return { path: `/v1/accounts/${(await make(api, 'account', { body: { parentId } })).id}/hierarchy` }
  },
  listAccountContacts: async (api) => ({
    path: `/v1/accounts/${(await make(api, 'contact')).accountId}/contacts`,
    query: { active: 'true' },
  }),
  accountPeopleTimeline: async (api) => ({
    path: `/v1/accounts/${(await make(api, 'contact')).accountId}/timeline/people`,
  }),
  listContactRelations: async (api) => ({ path: await pathTo(api, 'contact', '/relations') }),
  createContactRelation: async (api) => ({
    path: await pathTo(api, 'contact', '/relations'),
    body: {
      accountId: (await make(api, 'account')).id,
      roles: ['decision_maker'],
      title: 'Director',
      startDate: '2020-01-01',
      isPrimary: true,
    },
  }),
  updateContactRelation: async (api) => {
    const path = await pathTo(api, 'contact', '/relations')
    const body = { accountId: (await make(api, 'account')).id, roles: ['user'], title: 'Director' }
    const relation = await api.call<Made>('POST', path, { as: 'admin', body })
    return { path: `${path}/${relation.body.id}`, body: { title: 'Owner', endDate: '2026-01-31' } }
  },
  listNoteVersions: async (api) => ({ path: await pathTo(api, 'note', '/versions') }),
  correctInteraction: async (api) => ({
    path: await pathTo(api, 'interaction', '/correct'),
    body: { summary: 'Asked for two quotes.' },
  }),
  rotateApiKey: async (api) => ({ path: await pathTo(api, 'apiKey', '/rotate') }),
  handOver: async (api) => ({
    path: `/v1/users/${(await make(api, 'user')).id}/handover`,
    body: await bodyOf(api, 'handover'),
  }),
  listHandoverItems: async (api) => {
    const ownerId = (await make(api, 'user')).id
    const account = await make(api, 'account', { body: { ownerId } })
    await make(api, 'interaction', { body: { subjectId: account.id } })
    await make(api, 'contact', { body: { ownerId, accountId: account.id } })
    const body = { to: api.people.peer?.id }
    const handover = await api.call<Made>('POST', `/v1/users/${ownerId}/handover`, { as: 'admin', body })
    await runHandover(systemCtx(api.runtime, 'test', 'req-test'), handover.body.id, { step: 0 })
    return { path: `/v1/handovers/${handover.body.id}/items` }
  },
  renewImportUpload: async (api) => ({ path: await pathTo(api, 'import', '/upload') }),
  startImport: async (api) => {
    const { id } = await make(api, 'import')
    await api.deps.files.put(`imports/${id}/source`, FILE, 'text/csv')
    return { path: `/v1/imports/${id}/start` }
  },
  cancelImport: async (api) => ({ path: await pathTo(api, 'import', '/cancel') }),
  undoImport: async (api) => ({ path: `/v1/imports/${await finishedImport(api)}/undo` }),
  getImportReport: async (api) => ({ path: `/v1/imports/${await finishedImport(api)}/report` }),
  cancelExport: async (api) => ({ path: await pathTo(api, 'export', '/cancel') }),
  downloadExport: async (api) => {
    const { id } = await make(api, 'export')
    await runExport(systemCtx(api.runtime, 'test', 'req-test'), id, 0)
    return { path: `/v1/exports/${id}/download` }
  },
  revertHandover: async (api) => ({ path: await pathTo(api, 'handover', '/revert') }),
  waitForCase: async (api) => ({ path: await pathTo(api, 'case', '/wait'), body: { on: 'customer' } }),
  proceedWithCase: async (api) => ({ path: await pathTo(api, 'case', '/proceed') }),
  resolveCase: async (api) => ({
    path: await pathTo(api, 'case', '/resolve'),
    body: { code: 'solved', text: 'Sent a new one.' },
  }),
  closeCase: async (api) => ({
    path: await pathTo(api, 'case', '/close'),
    body: { resolution: { code: 'withdrawn' } },
  }),
  reopenCase: async (api) => {
    const path = await pathTo(api, 'case')
    await api.call('POST', `${path}/close`, { as: 'admin', body: {} })
    return { path: `${path}/reopen` }
  },
  listInboundMail: async (api) => {
    await letter(api)
    return { path: '/v1/inbound-mail' }
  },
  getInboundMail: async (api) => ({ path: `/v1/inbound-mail/${await letter(api)}` }),
  timelineInboundMail: async (api) => ({ path: `/v1/inbound-mail/${await letter(api)}/timeline` }),
  attachInboundMail: async (api) => ({
    path: `/v1/inbound-mail/${await letter(api)}/attach`,
    body: { caseId: (await make(api, 'case')).id },
  }),
  createCaseFromInboundMail: async (api) => ({
    path: `/v1/inbound-mail/${await letter(api)}/create-case`,
    body: { impact: 'high', tags: ['mail'] },
  }),
  dismissInboundMail: async (api) => ({ path: `/v1/inbound-mail/${await letter(api)}/dismiss` }),
  // Cases of different customers are not joined.
  mergeCase: async (api) => {
    const customer = { accountId: (await make(api, 'account')).id, contactId: (await make(api, 'contact')).id }
    const [one, other] = [await make(api, 'case', { body: customer }), await make(api, 'case', { body: customer })]
    return { path: `/v1/cases/${one.id}/merge`, body: { into: other.id } }
  },
  claimCase: async (api) => ({ path: `/v1/cases/${await waitingCase(api)}/claim` }),
  claimFromQueue: async (api) => {
    const { queueId } = await make(api, 'case', { body: { queueId: (await make(api, 'queue')).id } })
    return { path: `/v1/queues/${queueId}/claim` }
  },
  assignCase: async (api) => ({
    path: await pathTo(api, 'case', '/assign'),
    body: { ownerId: api.people.agent?.id, reason: 'Knows the machine.' },
  }),
  listCaseComments: async (api) => {
    const path = await pathTo(api, 'case', '/comments')
    await api.call('POST', path, { as: 'admin', body: { body: 'Called back.' } })
    return { path, query: {} }
  },
  createCaseFile: async (api) => ({
    path: await pathTo(api, 'case', '/files'),
    body: { name: 'grinder.jpg', contentType: 'image/jpeg', bytes: 4 },
  }),
  listCaseFiles: async (api) => ({ path: `/v1/cases/${(await caseFile(api)).subjectId}/files`, query: {} }),
  getCaseFile: async (api) => ({ path: `/v1/case-files/${(await caseFile(api)).id}` }),
  getCaseFileLink: async (api) => ({ path: `/v1/case-files/${(await caseFile(api)).id}/link` }),
  getCaseComment: async (api) => ({ path: `/v1/case-comments/${(await make(api, 'caseComment')).id}` }),
  commentCase: async (api) => ({
    path: await pathTo(api, 'case', '/comments'),
    body: { body: 'Called back.', direction: 'outbound' },
  }),
  replyToCase: async (api) => ({
    path: await pathTo(api, 'case', '/reply'),
    body: { body: 'A new one is on its way.', status: 'waiting_on_customer' },
  }),
  getCaseEscalation: async (api) => ({ path: await pathTo(api, 'case', '/escalation') }),
  getServiceAnalytics: async (api) => {
    const since = api.events.length
    const queue = await make(api, 'queue')
    await make(api, 'case', { body: { queueId: queue.id } })
    await api.project(since)
    return { path: '/v1/analytics/service', query: { from: '2026-10-15', to: '2026-12-31', queueId: queue.id } }
  },
  getLeadResponse: async (api) => ({
    path: '/v1/analytics/lead-response',
    query: { from: '2026-10', to: '2026-12', ownerId: String(api.people.rep?.id) },
  }),
  showRating: async (api) => ({ path: await ratingPath(api) }),
  rateCase: async (api) => ({ path: await ratingPath(api), body: { score: 4, text: 'Quick and friendly.' } }),
  requestCallback: async () => ({
    path: '/v1/callback',
    body: { phone: '+43 1 5880144', name: 'Lan', topic: 'The lift stands still' },
  }),
  listOwnCases: async (api) => ({ path: (await customerPaths(api)).list }),
  showOwnCase: async (api) => ({ path: (await customerPaths(api)).one }),
  replyToOwnCase: async (api) => ({
    path: `${(await customerPaths(api)).one}/reply`,
    body: { body: 'It works again.' },
  }),
  sendOwnFile: async (api) => ({
    path: `${(await customerPaths(api)).one}/files`,
    body: { name: 'grinder.jpg', contentType: 'image/jpeg', bytes: 4 },
  }),
  linkToOwnFile: async (api) => ({ path: await ownFile(api) }),
  showOwnFile: async (api) => ({ path: `${await ownFile(api)}/page` }),
  closeOwnCase: async (api) => ({ path: `${(await customerPaths(api)).one}/close` }),
  completeTask: async (api) => ({
    path: `/v1/tasks/${(await make(api, 'task')).id}/complete`,
    body: { force: true },
  }),
  getAgenda: async (api) => {
    await make(api, 'task')
    return { path: '/v1/me/agenda', query: { date: '2026-12-01', zone: 'Asia/Bangkok' } }
  },
  simulateSlaPolicy: async (api) => ({
    path: await pathTo(api, 'slaPolicy', '/simulate'),
    body: { from: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' },
  }),
  previewCalendar: async (api) => ({
    path: await pathTo(api, 'calendar', '/preview'),
    query: { from: '2026-11-27T15:30:00.000Z', minutes: 90 },
  }),
  deletePipeline: async (api) => ({ path: `/v1/pipelines/${await unusedPipeline(api)}` }),
  restorePipeline: async (api) => {
    const path = `/v1/pipelines/${await unusedPipeline(api)}`
    await api.call('DELETE', path, { as: 'admin' })
    return { path: `${path}/restore` }
  },
  makeDefaultPipeline: async (api) => ({ path: await pathTo(api, 'pipeline', '/make-default') }),
  retireStage: async (api) => {
    const pipelineId = (await make(api, 'pipeline')).id
    await make(api, 'opportunity', { body: { pipelineId } })
    return { path: `/v1/pipelines/${pipelineId}/stages/talks/retire`, body: { moveTo: 'offer' } }
  },
  getBoard: async (api) => {
    const since = api.events.length
    const deal = await make(api, 'opportunity')
    await api.project(since)
    return { path: `/v1/pipelines/${deal.pipelineId}/board`, query: { scope: 'all', limit: 5 } }
  },
  listStageCards: async (api) => {
    const deal = await make(api, 'opportunity', { body: { pipelineId: (await make(api, 'pipeline')).id } })
    return { path: `/v1/pipelines/${deal.pipelineId}/stages/${deal.stageId}/cards` }
  },
  moveOpportunity: async (api) => ({
    path: `${await dealInProcess(api)}/move`,
    body: { stageId: 'offer', probability: 55 },
  }),
  closeOpportunity: async (api) => ({
    path: await pathTo(api, 'opportunity', '/close'),
    body: { outcome: 'lost', lossReason: 'other', reasonNote: 'They build their own.' },
  }),
  reopenOpportunity: async (api) => {
    const path = await dealInProcess(api)
    await api.call('POST', `${path}/close`, { as: 'admin', body: { outcome: 'lost', lossReason: 'price' } })
    return { path: `${path}/reopen`, body: { stageId: 'offer', reason: 'They called back.' } }
  },
  placeOpportunity: async (api) => {
    const other = await make(api, 'opportunity')
    return { path: await pathTo(api, 'opportunity', '/place'), body: { before: other.id } }
  },
  getOpportunityStages: async (api) => ({ path: await pathTo(api, 'opportunity', '/stages') }),
  getOpportunityLines: async (api) => {
    const path = await pathTo(api, 'opportunity', '/lines')
    await api.call('PUT', path, { as: 'admin', body: { lines: [await dealLine(api)] } })
    return { path }
  },
  putOpportunityLines: async (api) => ({
    path: await pathTo(api, 'opportunity', '/lines'),
    body: { lines: [await dealLine(api), { ...(await dealLine(api)), discount: { percent: '12.5' } }] },
  }),
  repriceOpportunity: async (api) => {
    const deal = await make(api, 'opportunity')
    const path = `/v1/opportunities/${deal.id}`
    await api.call('PUT', `${path}/lines`, { as: 'admin', body: { lines: [await dealLine(api)] } })
    const book = await make(api, 'priceBook', { body: { currency: 'USD' } })
    return { path: `${path}/reprice`, body: { priceBookId: book.id, date: '2026-11-22' } }
  },
  getOpportunityByExternalId: async (api) => ({
    path: `/v1/opportunities/external/erp/${externalIdOf(await make(api, 'opportunity'))}`,
  }),
  putOpportunityByExternalId: async (api) => ({
    path: `/v1/opportunities/external/erp/${externalIdOf(await make(api, 'opportunity'))}`,
    body: { name: 'From the ERP', closeDate: '2027-01-31' },
  }),
  listAccountOpportunities: async (api) => ({
    path: `/v1/accounts/${(await make(api, 'opportunity')).accountId}/opportunities`,
    query: { status: 'open' },
  }),
  listAccountOrders: async (api) => ({
    path: `/v1/accounts/${(await make(api, 'order')).accountId}/orders`,
    query: { status: 'placed' },
  }),
  getQuoteLines: async (api) => ({ path: await pathTo(api, 'quote', '/lines') }),
  putQuoteLines: async (api) => ({
    path: await pathTo(api, 'quote', '/lines'),
    body: {
      lines: [
        { ...(await dealLine(api)), taxCode: await taxCode(api), description: 'Installed.', isCredit: false },
        { name: 'Trade-in', quantity: '-1', listPrice: { amount: 100, currency: 'USD' }, isCredit: true },
      ],
    },
  }),
  repriceQuote: async (api) => {
    const book = await make(api, 'priceBook', { body: { currency: 'USD' } })
    const { productId } = await make(api, 'priceBookEntry', { body: { priceBookId: book.id } })
    const deal = await make(api, 'opportunity', { body: { priceBookId: book.id } })
    const path = `/v1/quotes/${(await make(api, 'quote', { body: { opportunityId: deal.id } })).id}`
    const line = { productId, quantity: '2', listPrice: { amount: 999, currency: 'USD' } }
    await api.call('PUT', `${path}/lines`, { as: 'admin', body: { lines: [line] } })
    return { path: `${path}/reprice`, body: { date: '2026-11-22', includesManual: true } }
  },
  submitQuote: async (api) => ({ path: await pathTo(api, 'quote', '/submit') }),
  reviewQuote: async (api) => ({ path: await quoteAfter(api, ['submit'], '/review') }),
  approveQuote: async (api) => ({ path: await quoteAfter(api, ['submit'], '/approve'), body: { note: 'Fine.' } }),
  rejectQuote: async (api) => ({ path: await quoteAfter(api, ['submit'], '/reject'), body: { note: 'Too much.' } }),
  recallQuote: async (api) => ({ path: await quoteAfter(api, ['submit'], '/recall') }),
  presentQuote: async (api) => ({ path: await pathTo(api, 'quote', '/present') }),
  sendQuote: async (api) => ({
    path: await quoteAfter(api, ['present'], '/send'),
    body: { to: 'lan@example.com', message: 'As discussed.' },
  }),
  getQuotePdf: async (api) => {
    const path = await quoteAfter(api, ['present'], '/pdf')
    const id = path.split('/')[3] ?? ''
    await api.deps.files.put(`quotes/${id}/offer.pdf`, '%PDF-', 'application/pdf')
    return { path }
  },
  getQuoteLink: async (api) => ({ path: await quoteAfter(api, ['present'], '/link') }),
  acceptQuote: async (api) => ({ path: await quoteAfter(api, ['present'], '/accept'), body: { name: 'Lan' } }),
  denyQuote: async (api) => ({ path: await quoteAfter(api, ['present'], '/deny'), body: { reason: 'Too dear.' } }),
  reviseQuote: async (api) => ({ path: await quoteAfter(api, ['present'], '/revise') }),
  syncQuote: async (api) => ({ path: await pathTo(api, 'quote', '/sync') }),
  unsyncQuote: async (api) => ({ path: await quoteAfter(api, ['sync'], '/unsync') }),
  showOffer: async (api) => ({ path: await offerPath(api) }),
  decideOffer: async (api) => ({
    path: await offerPath(api),
    body: { decision: 'deny', name: 'Lan', reason: 'Too dear.' },
  }),
  getOrderLines: async (api) => ({ path: await pathTo(api, 'order', '/lines') }),
  refundOrder: async (api) => ({
    path: await pathTo(api, 'order', '/refund'),
    body: {
      lines: [{ line: 0, quantity: '0.5' }],
      withShipping: true,
      reason: 'Broken.',
      orderedOn: '2026-11-23',
      externalIds: { shop: `R-${next()}` },
    },
  }),
  getOrderByExternalId: async (api) => ({
    path: `/v1/orders/external/shop/${externalIdOf(await make(api, 'order'))}`,
  }),
  putOrderByExternalId: async (api) => ({
    path: `/v1/orders/external/shop/${externalIdOf(await make(api, 'order'))}`,
    body: { name: 'From the shop', currency: 'USD', lines: [await orderLine(api)] },
  }),
  getMe: async () => ({ path: '/v1/me' }),
  updateMe: async () => ({ path: '/v1/me', body: { title: `Chief ${next()}` } }),
  explainAccess: async (api) => ({
    path: '/v1/access/explain',
    query: { user: String(api.people.rep?.id), record: (await make(api, 'account')).id },
  }),
  search: async (api) => {
    const since = api.events.length
    const { name } = await make(api, 'account')
    await api.project(since)
    return { path: '/v1/search', query: { q: String(name) } }
  },
  listEvents: async (api) => {
    await make(api, 'team')
    api.now.advance(HOUR_MS)
    return { path: '/v1/events', query: { since: '2026-11-22T00:00:00.000Z' } }
  },
  getHealth: async () => ({ path: '/health' }),
  getOpenApi: async () => ({ path: '/v1/openapi.json' }),
}

async function optInToken(api: Api): Promise<string> {
  const { id, emails } = await make(api, 'lead')
  const [entry] = emails as { value: string }[]
  return sealLink(systemCtx(api.runtime, 'test', 'req-test'), {
    purpose: 'lead.opt_in',
    subject: id,
    detail: digestOfEmail(entry?.value ?? ''),
    expiresAtS: epochS(later(api.now.at, DAY_MS)),
  })
}

async function ratingPath(api: Api): Promise<string> {
  const subject = (await make(api, 'case')).id
  const expiresAtS = epochS(later(api.now.at, DAY_MS))
  const link = { purpose: 'case.rate', subject, detail: '4', expiresAtS }
  return `/v1/ratings/${await sealLink(systemCtx(api.runtime, 'test', 'req-test'), link)}`
}

async function taxCode(api: Api): Promise<string> {
  const body = {
    taxCodes: [{ code: 'standard', name: 'VAT', components: [{ name: 'VAT', percent: '10', isCompound: false }] }],
  }
  await api.call('PATCH', '/v1/organisation', { as: 'admin', body })
  return 'standard'
}

async function dealWithLines(api: Api): Promise<string> {
  await taxCode(api)
  const { id } = await make(api, 'opportunity')
  const body = { lines: [await dealLine(api)] }
  await api.call('PUT', `/v1/opportunities/${id}/lines`, { as: 'admin', body })
  return id
}

const orderLine = async (api: Api): Promise<Body> => ({
  productId: (await make(api, 'product')).id,
  name: 'Dark roast',
  quantity: '3',
  net: { amount: 2_697, currency: 'USD' },
  tax: { amount: 189, currency: 'USD' },
})

/** A quote that has gone these steps. */
async function quoteAfter(api: Api, steps: readonly string[], rest: string): Promise<string> {
  const path = await pathTo(api, 'quote')
  for (const step of steps) await api.call('POST', `${path}/${step}`, { as: 'admin' })
  return `${path}${rest}`
}

async function offerPath(api: Api): Promise<string> {
  const path = await quoteAfter(api, ['present'], '/link')
  return (await api.call<{ path: string }>('GET', path, { as: 'admin' })).body.path
}

/** A file of a case, with its bytes. */
async function caseFile(api: Api, caseId?: string): Promise<CaseFile> {
  const path = caseId === undefined ? await pathTo(api, 'case', '/files') : `/v1/cases/${caseId}/files`
  const body = { name: 'grinder.jpg', contentType: 'image/jpeg', bytes: 4 }
  const { record } = (await api.call<{ record: CaseFile }>('POST', path, { as: 'admin', body })).body
  await api.deps.files.put(`attachments/${record.id}/content`, 'four', 'application/octet-stream')
  return record
}

/** Where a customer gets a file that was said something with. */
async function ownFile(api: Api): Promise<string> {
  const { one } = await customerPaths(api)
  const caseId = one.split('/').at(-1) ?? ''
  const { id } = await caseFile(api, caseId)
  const body = { body: 'Please see.', direction: 'outbound', fileIds: [id] }
  await api.call('POST', `/v1/cases/${caseId}/comments`, { as: 'admin', body })
  return `${one}/files/${id}`
}

async function customerPaths(api: Api): Promise<{ list: string; one: string }> {
  const subject = (await make(api, 'case')).id
  const expiresAtS = epochS(later(api.now.at, DAY_MS))
  const token = await sealLink(systemCtx(api.runtime, 'test', 'req-test'), {
    purpose: 'customer.cases',
    subject,
    expiresAtS,
  })
  const list = `/v1/customer/${token}/cases`
  return { list, one: `${list}/${subject}` }
}

const externalIdOf = ({ externalIds }: Made): string => String(Object.values(externalIds ?? {})[0])
/** A deal in a pipeline of its own, whichever is the default one. */
async function dealInProcess(api: Api): Promise<string> {
  const pipelineId = (await make(api, 'pipeline')).id
  return `/v1/opportunities/${(await make(api, 'opportunity', { body: { pipelineId } })).id}`
}

const dealLine = async (api: Api): Promise<Body> => ({
  productId: (await make(api, 'product')).id,
  name: 'Roaster, 15 kg',
  quantity: '1.5',
  listPrice: { amount: 999, currency: 'USD' },
  discount: { salesPrice: { amount: 900, currency: 'USD' } },
})

/** One that has taken no deals for a while. */
async function unusedPipeline(api: Api): Promise<string> {
  const { id } = await make(api, 'pipeline', { body: { isActive: false } })
  api.now.advance(20_000)
  return id
}
const FILE = 'Name,Mail,Born\nLan,lan@import.example,28-02-90\n'

/** What an import of one kind of file asks for, with every rule that a column may have. */
const importOf = (kind: string): Body => ({
  kind,
  format: 'csv',
  mode: 'upsert',
  match: 'email',
  mapping: {
    delimiter: ',',
    columns: [
      { to: 'lastName', from: 'Name', values: [{ from: 'Lan', to: 'Nguyễn' }], empty: ['-'], prefix: 'x', suffix: 'y' },
      { to: 'emails.0.value', from: 'Mail', case: 'lower' },
      { to: 'birthday', from: 'Born', date: 'dmy', whenEmpty: 'clear' },
      { to: 'source', constant: 'fair' },
    ],
  },
})

/** An import that has come to its end, as its worker brings it there. */
async function finishedImport(api: Api): Promise<string> {
  const { id } = await make(api, 'import', { body: { dryRun: false } })
  await api.deps.files.put(`imports/${id}/source`, FILE, 'text/csv')
  await api.call('POST', `/v1/imports/${id}/start`, { as: 'admin' })
  for (let step = 1; step <= 4; step++) await runImport(systemCtx(api.runtime, 'test', 'req-test'), id, step, () => {})
  return id
}

export const formOf = (route: Route): string => `${route.method} ${route.path.replace(/^\/v1\/[a-z-]+/, '')}`

/** A request that the route carries out when an administrator sends it, on records made for it. */
export async function sampleFor(api: Api, route: Route): Promise<Sample> {
  const own = requests[route.id]
  if (own) return own(api)
  const form = forms[formOf(route)]
  if (form && route.kind) return form(api, route.kind)
  throw new Error(
    `The route ${route.id} (${route.method} ${route.path}) has no sample. Add requests.${route.id} to test/support/fixtures.ts.`,
  )
}

/** Puts more entries into the list that a sample asks for, by the form or the id of its route. */
const fillers: Record<string, (api: Api, kind: string, path: string) => Promise<void>> = {
  'GET ': async (api, kind) => {
    for (let made = 0; made < 4; made++) await make(api, kind)
  },
  'GET /{id}/timeline': async (api, kind, path) => {
    const record = path.replace('/timeline', '')
    const { first, second } = patchOf({ id: '', kind })
    for (const body of [first, second]) await api.call('PATCH', record, { as: 'admin', body })
  },
  timelineHandover: async (api, _kind, path) => {
    await api.call('POST', path.replace('/timeline', '/revert'), { as: 'admin' })
  },
  listAccountContacts: async (api, _kind, path) => {
    for (let made = 0; made < 4; made++) await make(api, 'contact', { body: { accountId: path.split('/')[3] } })
  },
  accountPeopleTimeline: async (api, _kind, path) => {
    for (let made = 0; made < 2; made++) await make(api, 'contact', { body: { accountId: path.split('/')[3] } })
  },
  listStageCards: async (api, _kind, path) => {
    const pipelineId = path.split('/')[3]
    for (let made = 0; made < 4; made++) await make(api, 'opportunity', { body: { pipelineId } })
  },
  listAccountOpportunities: async (api, _kind, path) => {
    for (let made = 0; made < 4; made++) await make(api, 'opportunity', { body: { accountId: path.split('/')[3] } })
  },
  listAccountOrders: async (api, _kind, path) => {
    for (let made = 0; made < 4; made++) await make(api, 'order', { body: { accountId: path.split('/')[3] } })
  },
  listNoteVersions: async (api, _kind, path) => {
    for (const body of ['two', 'three', 'four'])
      await api.call('PATCH', path.replace('/versions', ''), { as: 'admin', body: { body } })
  },
  listInboundMail: async (api) => {
    for (let made = 0; made < 4; made++) await letter(api)
  },
  timelineInboundMail: async (api, _kind, path) => {
    await api.call('POST', path.replace('/timeline', '/dismiss'), { as: 'admin' })
  },
  listCaseFiles: async (api, _kind, path) => {
    for (let made = 0; made < 3; made++) await caseFile(api, path.split('/')[3])
  },
  listCaseComments: async (api, _kind, path) => {
    for (const body of ['two', 'three', 'four']) await api.call('POST', path, { as: 'admin', body: { body } })
  },
  listHandoverItems: async () => {},
  listEvents: async () => {},
  listProductPrices: async (api, _kind, path) => {
    for (let made = 0; made < 4; made++) await make(api, 'priceBookEntry', { body: { productId: path.split('/')[3] } })
  },
}

/** A list with enough entries for several pages. */
export async function listFor(api: Api, route: Route): Promise<Sample> {
  const fill = fillers[route.id] ?? fillers[formOf(route)]
  if (!fill) throw new Error(`The list ${route.id} has no filler. Add fillers.${route.id} to test/support/fixtures.ts.`)
  const sample = await sampleFor(api, route)
  await fill(api, route.kind ?? '', sample.path)
  return sample
}

/** Sends a sample, by default as an administrator, with parts of it changed. */
export const send = <B = Body>(
  api: Api,
  route: Route,
  sample: Sample,
  changes: CallOptions & { path?: string } = {},
): Promise<Reply<B>> => {
  const { path = sample.path, ...options } = changes
  return api.call<B>(route.method, path, { as: 'admin', ...sample, ...options })
}
