import { Accounts } from '@rapport/core/accounts/service'
import { Contacts, relate } from '@rapport/core/contacts/service'
import { logInteraction } from '@rapport/core/interactions/service'
import { createNote } from '@rapport/core/notes/service'
import { close, move, Opportunities } from '@rapport/core/opportunities/service'
import { putExternal } from '@rapport/core/shared/external'
import { externalIdGuard } from '@rapport/core/shared/rules'
import { DAY_MS, HOUR_MS, later } from '@rapport/kernel/clock'
import { type Ctx, holderOf } from '@rapport/kernel/store'
import { tellCatalogue } from './story-catalogue.ts'
import { tellSales } from './story-sales.ts'
import { tellService } from './story-service.ts'

type ActAs = (email: string, at: Date) => Promise<Ctx>

const REP = 'rep@rapport.example'
const ENGINEER = 'rep2@rapport.example'
const MANAGER = 'manager@rapport.example'
const ADMIN = 'admin@rapport.example'
const AGENT = 'agent@rapport.example'

/** Days the story goes back. */
const DAYS = 21

const companies = [
  {
    key: 'mekong',
    by: REP,
    name: 'Mekong Coffee Group',
    domain: 'mekongcoffee.example',
    industry: 'food-and-beverage',
    employees: 1200,
    revenue: 4_800_000_000,
    tags: ['vip', 'coffee'],
    country: 'VN',
    city: 'Hồ Chí Minh',
  },
  {
    key: 'dalat',
    by: REP,
    name: 'Cà phê Đà Lạt',
    domain: 'caphedalat.example',
    industry: 'food-and-beverage',
    employees: 85,
    revenue: 210_000_000,
    tags: ['coffee'],
    country: 'VN',
    city: 'Đà Lạt',
    parent: 'mekong',
  },
  {
    key: 'hue',
    by: REP,
    name: 'Huế Roastery',
    domain: 'hueroastery.example',
    industry: 'food-and-beverage',
    employees: 40,
    revenue: 95_000_000,
    tags: ['coffee'],
    country: 'VN',
    city: 'Huế',
    parent: 'mekong',
  },
  {
    key: 'siam',
    by: REP,
    name: 'ร้านกาแฟสยาม',
    domain: 'siamcafe.example',
    industry: 'hospitality',
    employees: 320,
    revenue: 640_000_000,
    tags: ['chain'],
    country: 'TH',
    city: 'กรุงเทพมหานคร',
  },
  {
    key: 'negev',
    by: ENGINEER,
    name: 'Negev Instruments',
    domain: 'negev.example',
    industry: 'manufacturing',
    employees: 210,
    revenue: 1_150_000_000,
    tags: ['vip'],
    country: 'IL',
    city: 'Be’er Sheva',
  },
  {
    key: 'luzon',
    by: ENGINEER,
    name: 'Luzon Logistics',
    domain: 'luzonlog.example',
    industry: 'logistics',
    employees: 540,
    revenue: 870_000_000,
    tags: [],
    country: 'PH',
    city: 'Quezon City',
  },
  {
    key: 'hanse',
    by: REP,
    name: 'Hanse Maschinenbau GmbH',
    domain: 'hanse-mb.example',
    industry: 'manufacturing',
    employees: 95,
    revenue: 310_000_000,
    tags: ['renewal'],
    country: 'DE',
    city: 'Hamburg',
  },
] as const

const persons = [
  {
    at: 'mekong',
    by: REP,
    firstName: 'Lan',
    lastName: 'Nguyễn',
    title: 'Chief procurement officer',
    email: 'lan.nguyen@mekongcoffee.example',
    phone: '+84 28 3823 4567',
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    roles: ['decision-maker'],
    channel: 'phone',
  },
  {
    at: 'mekong',
    by: REP,
    firstName: 'Đức',
    lastName: 'Phạm',
    title: 'Plant manager',
    email: 'duc.pham@mekongcoffee.example',
    phone: '+84 28 3823 4570',
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    roles: ['user'],
    channel: 'email',
  },
  {
    at: 'dalat',
    by: REP,
    firstName: 'Hoa',
    lastName: 'Lê',
    title: 'Owner',
    email: 'hoa@caphedalat.example',
    phone: '+84 263 382 2233',
    language: 'vi',
    timeZone: 'Asia/Ho_Chi_Minh',
    roles: ['decision-maker'],
    channel: 'chat',
  },
  {
    at: 'siam',
    by: REP,
    firstName: 'สมหญิง',
    lastName: 'ใจดี',
    title: 'Operations director',
    email: 'somying@siamcafe.example',
    phone: '+66 2 123 4567',
    language: 'th',
    timeZone: 'Asia/Bangkok',
    roles: ['evaluator'],
    channel: 'email',
  },
  {
    at: 'negev',
    by: ENGINEER,
    firstName: 'דנה',
    lastName: 'כהן',
    title: 'Head of laboratory',
    email: 'dana@negev.example',
    phone: '+972 8 612 3456',
    language: 'he',
    timeZone: 'Asia/Jerusalem',
    roles: ['champion'],
    channel: 'in_person',
  },
  {
    at: 'luzon',
    by: ENGINEER,
    firstName: 'Jose',
    lastName: 'Dela Cruz',
    title: 'Fleet manager',
    email: 'jose@luzonlog.example',
    phone: '+63 2 8123 4567',
    language: 'fil',
    timeZone: 'Asia/Manila',
    roles: ['user'],
    channel: 'sms',
  },
  {
    at: 'hanse',
    by: REP,
    firstName: 'Petra',
    lastName: 'Krüger',
    title: 'Einkaufsleiterin',
    email: 'petra.krueger@hanse-mb.example',
    phone: '+49 40 3003 1234',
    language: 'de',
    timeZone: 'Europe/Berlin',
    roles: ['decision-maker'],
    channel: 'email',
  },
] as const

/** Minor units; each deal ends the story in the stage that is named. */
const deals = [
  {
    key: 'three-sites',
    at: 'mekong',
    by: REP,
    name: 'Roasters for three sites',
    amount: { amount: 48_500_000, currency: 'USD' },
    closeInDays: 45,
    stageId: 'proposal',
    decides: 'lan.nguyen@mekongcoffee.example',
    nextStep: 'Send the revised service terms to Lan',
  },
  {
    key: 'trial',
    at: 'siam',
    by: REP,
    name: 'Trial machine for one shop',
    amount: { amount: 9_800_000, currency: 'THB' },
    closeInDays: 20,
    stageId: 'qualification',
    decides: 'somying@siamcafe.example',
    nextStep: 'Agree on the shop',
  },
  {
    key: 'calibration',
    at: 'negev',
    by: ENGINEER,
    name: 'Calibration contract',
    amount: { amount: 3_600_000, currency: 'USD' },
    closeInDays: 5,
    stageId: 'closed-won',
    decides: 'dana@negev.example',
    nextStep: 'Sign',
  },
  {
    key: 'renewal',
    at: 'hanse',
    by: REP,
    name: 'Renewal 2027',
    amount: { amount: 7_250_000, currency: 'EUR' },
    closeInDays: 60,
    stageId: 'negotiation',
    decides: 'petra.krueger@hanse-mb.example',
    nextStep: 'Wait for their budget round',
  },
] as const

/** Told once: the first company's external id says whether it was. Every step leaves the CRM as a user would have. */
export async function tellStory(actAs: ActAs, now: Date, serviceTeamId: string): Promise<void> {
  const start = later(now, -DAYS * DAY_MS)
  const first = await actAs(REP, start)
  if (await holderOf(first, externalIdGuard('account', 'demo', 'told'))) return

  const { partnersId } = await tellCatalogue(await actAs(ADMIN, start), await actAs(MANAGER, start))
  const accountIds = new Map<string, string>()
  for (const [index, { key, by, revenue, country, city, ...company }] of companies.entries()) {
    const { parent, ...fields } = { parent: undefined, ...company }
    const ctx = await actAs(by, later(start, index * 5 * HOUR_MS))
    const parentId = parent === undefined ? undefined : accountIds.get(parent)
    const { record } = await putExternal(ctx, Accounts, 'demo', key, {
      ...fields,
      tags: [...fields.tags],
      annualRevenue: { amount: revenue, currency: 'USD' },
      addresses: [{ type: 'office', city, country }],
      ...(parentId === undefined ? {} : { parentId }),
    })
    accountIds.set(key, record.id)
  }
  const contactIds = new Map<string, string>()
  for (const [index, { at, by, email, phone, roles, channel, ...person }] of persons.entries()) {
    const ctx = await actAs(by, later(start, 2 * DAY_MS + index * 3 * HOUR_MS))
    const known = await holderOf(ctx, { scope: 'contact.email', value: email })
    const contact = known
      ? await Contacts.get(ctx, known)
      : await Contacts.create(ctx, {
          ...person,
          accountId: accountIds.get(at),
          preferredChannel: channel,
          source: 'trade-fair',
          emails: [{ value: email, type: 'work', primary: true, optOut: false, invalid: false }],
          phones: [{ value: phone, type: 'work', primary: true, optOut: false, invalid: false }],
          tags: [...roles],
        })
    contactIds.set(email, contact.id)
  }
  await tellMore(actAs, start, accountIds, contactIds)
  await tellDeals(actAs, start, accountIds, contactIds)
  const cast = {
    admin: (at: Date) => actAs(ADMIN, at),
    manager: (at: Date) => actAs(MANAGER, at),
    rep: (at: Date) => actAs(REP, at),
    agent: (at: Date) => actAs(AGENT, at),
    accountId: (key: string) => accountIds.get(key) ?? '',
    contactId: (email: string) => contactIds.get(email) ?? '',
  }
  const renewal = await holderOf(first, externalIdGuard('opportunity', 'demo', 'renewal'))
  await tellSales(cast, start, renewal)
  await tellService(cast, serviceTeamId, now)
  const last = await actAs(REP, later(start, (DAYS - 1) * DAY_MS))
  const mekong = accountIds.get('mekong') ?? ''
  await Accounts.patch(last, mekong, { externalIds: { demo: 'told' }, priceBookId: partnersId })
}

async function tellMore(
  actAs: ActAs,
  start: Date,
  accountIds: ReadonlyMap<string, string>,
  contactIds: ReadonlyMap<string, string>,
): Promise<void> {
  const account = (key: string) => accountIds.get(key) ?? ''
  const contact = (email: string) => contactIds.get(email) ?? ''
  const on = (day: number, hour: number) => later(start, day * DAY_MS + hour * HOUR_MS)
  const lan = contact('lan.nguyen@mekongcoffee.example')
  const dana = contact('dana@negev.example')

  await relate(await actAs(REP, on(4, 2)), lan, {
    accountId: account('dalat'),
    roles: ['board-member'],
    startDate: '2024-03-01',
  })
  await logInteraction(await actAs(REP, on(5, 3)), {
    subjectId: lan,
    channel: 'in_person',
    direction: 'outbound',
    at: on(5, 1).toISOString(),
    durationS: 5400,
    outcome: 'interested',
    summary:
      'Visited the roasting plant. They replace four roasters next year and want one supplier for all three sites.',
  })
  await createNote(await actAs(REP, on(5, 4)), {
    subjectId: account('mekong'),
    title: 'What matters to them',
    isPinned: true,
    body: '* One contract for **three sites**\n* Spare parts within 24 hours\n* Lan decides, Đức must agree',
  })
  await logInteraction(await actAs(REP, on(9, 2)), {
    subjectId: contact('somying@siamcafe.example'),
    channel: 'phone',
    direction: 'inbound',
    at: on(9, 1).toISOString(),
    durationS: 780,
    outcome: 'callback_requested',
    summary: 'Asks for a trial machine in one shop before the rainy season.',
  })
  await logInteraction(await actAs(ENGINEER, on(11, 4)), {
    subjectId: dana,
    channel: 'in_person',
    direction: 'outbound',
    at: on(11, 2).toISOString(),
    durationS: 7200,
    outcome: 'resolved',
    summary: 'Recalibrated the spectrometer on site; drift was a loose mount.',
    feedback: { rating: 5, text: 'Fast and thorough.' },
  })
  await createNote(await actAs(MANAGER, on(14, 3)), {
    subjectId: lan,
    body: 'Invited to the user day in March. Prefers a call to a letter.',
  })
  await logInteraction(await actAs(REP, on(17, 5)), {
    subjectId: contact('petra.krueger@hanse-mb.example'),
    channel: 'email',
    direction: 'outbound',
    at: on(17, 4).toISOString(),
    outcome: 'other',
    summary: 'Sent the renewal offer; she answers after their budget round.',
  })
  await Accounts.patch(await actAs(REP, on(18, 1)), account('hanse'), { employees: 110, tags: ['renewal', 'vip'] })
}

async function tellDeals(
  actAs: ActAs,
  start: Date,
  accountIds: ReadonlyMap<string, string>,
  contactIds: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [index, { key, at, by, closeInDays, stageId, decides, ...deal }] of deals.entries()) {
    const begun = later(start, 6 * DAY_MS + index * 4 * HOUR_MS)
    const ctx = await actAs(by, begun)
    if (await holderOf(ctx, externalIdGuard('opportunity', 'demo', key))) continue
    const made = await Opportunities.create(ctx, {
      ...deal,
      accountId: accountIds.get(at),
      closeDate: later(start, (DAYS + closeInDays) * DAY_MS)
        .toISOString()
        .slice(0, 10),
      source: 'trade-fair',
      contactRoles: [{ contactId: contactIds.get(decides), role: 'decisionMaker', isPrimary: true }],
      externalIds: { demo: key },
    })
    const then = await actAs(by, later(begun, 8 * DAY_MS))
    if (stageId === 'closed-won')
      await close(then, made.id, { outcome: 'won', force: false, winReason: 'relationship' })
    else if (stageId !== made.stageId) await move(then, made.id, { stageId, force: false })
  }
}
