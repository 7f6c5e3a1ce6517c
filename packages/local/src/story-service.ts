import { createCalendar } from '@rapport/core/calendars/service'
import { comment, reply } from '@rapport/core/case-comments/service'
import { rateCase, ratingToken } from '@rapport/core/case-ratings/service'
import { caseType } from '@rapport/core/cases/model'
import type { Case } from '@rapport/core/cases/schema'
import { assign, createCase, resolveCase, takeDueStep } from '@rapport/core/cases/service'
import { EscalationRules } from '@rapport/core/escalation-rules/service'
import { takeDueStep as escalate, recompute } from '@rapport/core/escalations/service'
import { claimCase, Queues } from '@rapport/core/queues/service'
import { asItself } from '@rapport/core/shared/itself'
import { SlaPolicies } from '@rapport/core/sla-policies/service'
import { DAY_MS, HOUR_MS, later, MINUTE_MS } from '@rapport/kernel/clock'
import { listRecords } from '@rapport/kernel/record-list'
import { fold } from '@rapport/kernel/search'
import { type Ctx, holderOf } from '@rapport/kernel/store'

export interface Cast {
  admin: (at: Date) => Promise<Ctx>
  manager: (at: Date) => Promise<Ctx>
  rep: (at: Date) => Promise<Ctx>
  agent: (at: Date) => Promise<Ctx>
  accountId: (key: string) => string
  contactId: (email: string) => string
}

const day = [
  { start: '09:00', end: '12:30' },
  { start: '13:30', end: '18:00' },
]
const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day }

const QUEUE = 'Repairs and parts'
const RULE = 'Complaints nobody answers'

const policies = [
  {
    name: 'Complaints, day and night',
    position: 10,
    criteria: { types: ['complaint'] },
    hours: '24x7',
    targets: { normal: hours(4, 48), high: hours(2, 24), urgent: hours(1, 12) },
  },
  {
    name: 'Everybody, in office hours',
    position: 100,
    criteria: {},
    hours: 'business',
    targets: { low: hours(16, 160), normal: hours(8, 80), high: hours(4, 40), urgent: hours(2, 16) },
  },
] as const

function hours(answer: number, solution: number): Record<string, number> {
  return { firstResponseMinutes: answer * 60, nextResponseMinutes: answer * 60, resolutionMinutes: solution * 60 }
}

/**
 * The last week in service: what is promised, one case for each way that one can go, and one that waits. `end` is when the story ends.
 * May be told again: what is there stays.
 */
export async function tellService(cast: Cast, serviceId: string, end: Date): Promise<void> {
  const before = (days: number, more = 0): Date => later(end, -days * DAY_MS + more)
  const queueId = await promises(await cast.admin(before(9)), serviceId)
  const told = await subjectsTold(await cast.admin(end))
  const open = async (ctx: Ctx, input: Opening): Promise<Case | undefined> =>
    told.has(input.subject) ? undefined : createCase(ctx, { ...input })
  await solvedAtOnce(cast, open, before)
  await escalated(cast, open, before, queueId)
  await waitingForCustomer(cast, open, before, queueId)
  const accountId = cast.accountId('hanse')
  await open(await cast.rep(before(0, -40 * MINUTE_MS)), {
    subject: 'Second set of spare parts',
    description: 'As delivered in March, for the machine in Harburg.',
    type: 'request',
    origin: 'email',
    impact: 'low',
    contactId: cast.contactId('petra.krueger@hanse-mb.example'),
    accountId,
    queueId,
    tags: ['parts'],
  })
}

interface Opening {
  subject: string
  [field: string]: unknown
}
type Open = (ctx: Ctx, input: Opening) => Promise<Case | undefined>
type Before = (days: number, more?: number) => Date

/** Office hours, what is promised within them, when somebody is told, and where cases wait. Answers the queue. */
async function promises(admin: Ctx, serviceId: string): Promise<string> {
  const known = await holderOf(admin, { scope: 'queue.name', value: fold(QUEUE) })
  if (known) return known
  const calendar = await createCalendar(admin, {
    name: 'Service desk, Singapore',
    timeZone: 'Asia/Singapore',
    week,
    holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
    isDefault: true,
  })
  for (const policy of policies)
    await SlaPolicies.create(admin, {
      ...policy,
      ...(policy.hours === 'business' ? { calendarId: calendar.id } : {}),
    })
  await EscalationRules.create(admin, {
    name: RULE,
    position: 10,
    criteria: { types: ['complaint'] },
    steps: [
      {
        when: { basis: 'lastCustomerReply', afterMinutes: 240 },
        actions: { notify: { whom: ['owner', 'managerOfOwner'] }, setPriority: 'urgent', addTag: 'escalated' },
      },
    ],
  })
  // Last: whoever finds the queue finds the others.
  const { id } = await Queues.create(admin, {
    name: QUEUE,
    teamId: serviceId,
    visibility: 'everyone',
    isIntake: true,
  })
  return id
}

async function subjectsTold(ctx: Ctx): Promise<Set<string>> {
  const { data } = await listRecords(ctx, caseType, { limit: 100, filter: {} })
  return new Set(data.map(({ subject }) => subject))
}

/** Asked, answered within the hour, solved the next day, and the customer is happy. */
async function solvedAtOnce(cast: Cast, open: Open, before: Before): Promise<void> {
  const made = await open(await cast.agent(before(7)), {
    subject: 'Grinder G3 stops after ten minutes',
    description: 'It starts again when it has cooled down. We roast for the weekend.',
    type: 'incident',
    origin: 'phone',
    urgency: 'high',
    accountId: cast.accountId('mekong'),
    contactId: cast.contactId('duc.pham@mekongcoffee.example'),
    tags: ['grinders'],
  })
  if (!made) return
  await reply(await cast.agent(before(7, 25 * MINUTE_MS)), made.id, {
    body: 'Please open the lid and brush the fan: chaff stops it. A new filter is on its way to you.',
    status: 'waiting_on_customer',
  })
  await comment(await cast.agent(before(6, -3 * HOUR_MS)), made.id, {
    body: 'That was it. It has run all night.',
    direction: 'inbound',
  })
  await resolveCase(await cast.agent(before(6, -2 * HOUR_MS)), made.id, {
    code: 'solved',
    text: 'The fan was full of chaff.',
  })
  await rate(await cast.agent(before(5)), made.id, 5, 'Quick, and it works.')
}

/** Written down by who sells, answered by nobody: so it escalates, is solved late, and the customer says so. */
async function escalated(cast: Cast, open: Open, before: Before, queueId: string): Promise<void> {
  const made = await open(await cast.rep(before(6)), {
    subject: 'Machine came with a dented drum',
    description: 'The shop wants to know whether it can be used.',
    type: 'complaint',
    origin: 'chat',
    impact: 'high',
    accountId: cast.accountId('siam'),
    contactId: cast.contactId('somying@siamcafe.example'),
  })
  if (!made) return
  const itself = async (at: Date): Promise<Ctx> => asItself(await cast.agent(at), 'sweep-due')
  await recompute(await itself(before(6, MINUTE_MS)), made.id)
  await takeDueStep(await itself(before(6, 121 * MINUTE_MS)), made.id)
  await escalate(await itself(before(6, 241 * MINUTE_MS)), made.id)
  await assign(await cast.manager(before(6, 5 * HOUR_MS)), made.id, { queueId, reason: 'Sales cannot judge a dent.' })
  await claimCase(await cast.agent(before(6, 5 * HOUR_MS + 10 * MINUTE_MS)), made.id)
  await comment(await cast.agent(before(6, 5 * HOUR_MS + 20 * MINUTE_MS)), made.id, {
    body: 'The carrier has photographs from the ramp: it was theirs.',
    direction: 'internal',
  })
  await reply(await cast.agent(before(6, 6 * HOUR_MS)), made.id, {
    body: 'I am sorry that this took so long. The dent does not touch the drum’s bearing: you can roast. A new one comes with the next container.',
    status: 'resolved',
  })
  await rate(await cast.agent(before(4)), made.id, 2, 'Good answer, but it took you half a day.')
}

/** Taken from the queue by whoever was free; goes on when the customer has looked. */
async function waitingForCustomer(cast: Cast, open: Open, before: Before, queueId: string): Promise<void> {
  const made = await open(await cast.rep(before(1)), {
    subject: 'Certificate of the last calibration',
    type: 'question',
    origin: 'email',
    accountId: cast.accountId('dalat'),
    contactId: cast.contactId('hoa@caphedalat.example'),
    queueId,
  })
  if (!made) return
  await claimCase(await cast.agent(before(1, HOUR_MS)), made.id)
  await reply(await cast.agent(before(1, 2 * HOUR_MS)), made.id, {
    body: 'Which serial number is on the plate?',
    status: 'waiting_on_customer',
  })
}

async function rate(ctx: Ctx, id: string, score: number, text: string): Promise<void> {
  await rateCase(ctx, await ratingToken(ctx, id, score), { score, text })
}
