import { comment } from '@rapport/core/case-comments/service'
import { caseType } from '@rapport/core/cases/model'
import type { Case } from '@rapport/core/cases/schema'
import { closeCase } from '@rapport/core/cases/service'
import { EscalationRules } from '@rapport/core/escalation-rules/service'
import { MINUTE_MS } from '@rapport/kernel/clock'
import { parseEvent, type StoredEvent, toEventRow } from '@rapport/kernel/events'
import { createIds } from '@rapport/kernel/ids'
import type { Item } from '@rapport/kernel/table'
import { systemCtx } from '@rapport/lambda/context'
import type { Api } from './api.ts'
import { type Chaos, type Rates, shuffledWithin } from './faulty.ts'
import { envelope, load } from './load.ts'
import { eventsIn, itemsOf } from './sound.ts'
import { handlerOf, isDone, messageOf, sweepContext } from './workers.ts'

/** Two rules: complaints escalate twice by their age, everything else once when nobody answers. */
const FIRST_MINUTES = 5
const SECOND_MINUTES = 12
const SILENCE_MINUTES = 8

export interface Outcome {
  cases: number
  escalations: number
  /** Steps taken more than once. */
  doubled: number
  /** Steps of cases that stayed open and unanswered, not taken. */
  missed: number
  /** Escalations of cases that had ended. */
  afterEnd: number
  races: number
  kills: number
  latenessP50S: number
  latenessP99S: number
}

interface Options {
  cases: number
  /** What goes wrong with requests. */
  rates: Rates
  /** Cases that are closed, and as many that are answered, in the minute in which they escalate. */
  racesPerMinute: number
  /** One sweep in so many dies on its way. */
  killEvery: number
}

/**
 * Cases that come in within five minutes, told of twice and out of order; then minute by minute two sweeps at once, in whatever weather,
 * some of which die, against people who close and answer what is about to escalate. Ends with calm sweeps.
 */
export async function runEscalations(api: Api, chaos: Chaos, options: Options): Promise<Outcome> {
  await makeRules(api)
  const made = await loadCases(api, options.cases)
  const touched = new Set<string>()
  await recomputeAll(
    api,
    chaos,
    eventsIn(await itemsOf(api))
      .map(parseEvent)
      .filter(isOfCase),
    options.rates,
  )
  const told = { seen: new Set<string>() }
  let [races, sweeps] = [0, 0]
  for (let minute = 0; minute < 5 + SECOND_MINUTES + 2; minute++) {
    api.now.advance(MINUTE_MS)
    const racers = soonDue(made, api.now.at, touched).slice(0, 2 * options.racesPerMinute)
    for (const { id } of racers) touched.add(id)
    if (options.killEvery > 0 && ++sweeps % options.killEvery === 0)
      chaos.killAt(Math.floor(chaos.random() * 40), chaos.random() < 0.5 ? 'before' : 'after')
    chaos.rates = options.rates
    await Promise.all([sweep(api), sweep(api), ...racers.map(({ id }, n) => interfere(api, id, n % 2 === 0))])
    chaos.rates = {}
    chaos.revive()
    races += racers.length
    await recomputeNew(api, chaos, told, options.rates)
  }
  await sweep(api)
  const events = eventsIn(await itemsOf(api))
    .map(parseEvent)
    .filter(isOfCase)
  return { ...judge(made, events, touched), races, kills: chaos.counts.kills }
}

async function makeRules(api: Api): Promise<void> {
  const ctx = systemCtx(api.runtime, 'test', 'req-test')
  const notify = { whom: ['owner'], userIds: [] }
  const aged = (minutes: number, actions: object) => ({ when: { basis: 'created', afterMinutes: minutes }, actions })
  const common = { isActive: true, isShadow: false, hours: '24x7', disableAfterFirstModification: false }
  await EscalationRules.create(ctx, {
    ...common,
    name: 'Complaints',
    position: 1,
    criteria: { types: ['complaint'] },
    steps: [
      aged(FIRST_MINUTES, { notify, setPriority: 'urgent' }),
      aged(SECOND_MINUTES, {
        notify,
        assign: { toManager: true },
        createTask: { subject: 'Call', for: 'owner', dueInMinutes: 60, priority: 'high' },
      }),
    ],
  })
  const when = { basis: 'lastCustomerReply', afterMinutes: SILENCE_MINUTES }
  await EscalationRules.create(ctx, {
    ...common,
    name: 'Silence',
    position: 2,
    criteria: {},
    steps: [{ when, actions: { notify } }],
  })
}

async function loadCases(api: Api, count: number): Promise<Case[]> {
  const { rep } = api.people
  const start = api.now.at.getTime()
  let at = new Date(start)
  const ids = createIds(
    () => at,
    (size) => api.runtime.db.random(size),
  )
  const made: Case[] = []
  for (let n = 0; n < count; n++) {
    at = new Date(start + Math.floor((n / count) * 5 * MINUTE_MS))
    const whole = envelope('case', ids, String(rep?.id), String(api.teams.sales), at)
    const said = { subject: `Case ${n}`, type: n % 2 === 0 ? 'complaint' : 'question', origin: 'email' } as const
    const state = { impact: 'medium', urgency: 'medium', priority: 'normal', status: 'new' } as const
    const counts = { number: `C-${String(n).padStart(6, '0')}`, reopenedCount: 0, inboundCount: 1 }
    made.push({ ...whole, ...said, ...state, ...counts, lastCustomerReplyAt: at.toISOString() } as Case)
  }
  await load(api.raw.client, api.raw.tableName, caseType, made, api.runtime.db.shards)
  return made
}

const isOfCase = ({ subject }: StoredEvent): boolean => subject.kind === 'case'

const IN_FLIGHT = 10
const RECEIVES_MAX = 50

/** Every event twice, out of order, until the worker says that it is done with it. */
async function recomputeAll(api: Api, chaos: Chaos, events: readonly StoredEvent[], rates: Rates): Promise<void> {
  const handler = await handlerOf('recompute-escalation', api.deps)
  const waiting = shuffledWithin(chaos.random, [...events, ...events], 50)
  chaos.rates = rates
  const work = async (): Promise<void> => {
    for (let event = waiting.pop(); event; event = waiting.pop()) {
      const message = messageOf({ detail: { ...toEventRow(event), txId: `req_${'0'.repeat(26)}` } })
      let receives = 0
      while (!isDone(await handler(message as never, {} as never)))
        if (++receives > RECEIVES_MAX) throw new Error('A message never got through.')
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work))
  chaos.rates = {}
}

const recomputed = ['case.closed', 'case.answered']

async function recomputeNew(api: Api, chaos: Chaos, told: { seen: Set<string> }, rates: Rates): Promise<void> {
  const events = (api.events as Item[])
    .map(parseEvent)
    .filter(({ type, id }) => recomputed.includes(type) && !told.seen.has(id))
  for (const { id } of events) told.seen.add(id)
  await recomputeAll(api, chaos, events, rates)
}

/** A sweep that fails is no news: the next one goes on. */
async function sweep(api: Api): Promise<void> {
  const run = await handlerOf('sweep-due', api.deps)
  await run({} as never, sweepContext(600_000)).catch(() => undefined)
}

/** A person closes or answers a case; what fails on the way is asked again by nobody. */
async function interfere(api: Api, id: string, isClosing: boolean): Promise<void> {
  const ctx = {
    ...systemCtx(api.runtime, 'test', 'req-test'),
    actor: { type: 'user', id: String(api.people.rep?.id) } as const,
  }
  const act = isClosing
    ? closeCase(ctx, id, undefined)
    : comment(ctx, id, { body: 'We are on it.', direction: 'outbound' })
  await Promise.resolve(act).catch(() => undefined)
}

const stepsOf = ({ type }: Case): number[] =>
  type === 'complaint' ? [FIRST_MINUTES, SECOND_MINUTES] : [SILENCE_MINUTES]

/** Cases with a step that fell due within the last minute, and that nobody has touched. */
function soonDue(cases: readonly Case[], now: Date, touched: ReadonlySet<string>): Case[] {
  return cases.filter((one) => {
    const age = (now.getTime() - Date.parse(one.createdAt)) / MINUTE_MS
    return !touched.has(one.id) && stepsOf(one).some((minutes) => age >= minutes && age < minutes + 1)
  })
}

function judge(cases: readonly Case[], events: readonly StoredEvent[], touched: ReadonlySet<string>) {
  const escalated = events.filter(({ type }) => type === 'case.escalated')
  const closedAt = new Map(
    events.filter(({ type }) => type === 'case.closed').map(({ subject, version }) => [subject.id, version]),
  )
  const times = new Map<string, number>()
  for (const { subject, data } of escalated) {
    const name = `${subject.id} ${data?.ruleId} ${data?.level}`
    times.set(name, (times.get(name) ?? 0) + 1)
  }
  const takenBy = new Map<string, number>()
  for (const name of times.keys()) takenBy.set(name.slice(0, 30), (takenBy.get(name.slice(0, 30)) ?? 0) + 1)
  const untouched = cases.filter(({ id }) => !touched.has(id))
  const lateness = escalated
    .map(({ at, data }) => (Date.parse(at) - Date.parse(String(data?.dueAt))) / 1000)
    .sort((a, b) => a - b)
  const share = (part: number): number =>
    lateness[Math.min(lateness.length - 1, Math.floor(lateness.length * part))] ?? 0
  return {
    cases: cases.length,
    escalations: escalated.length,
    doubled: [...times.values()].filter((count) => count > 1).length,
    missed: untouched.reduce((sum, one) => sum + stepsOf(one).length - (takenBy.get(one.id) ?? 0), 0),
    afterEnd: escalated.filter(
      ({ subject, version }) => version > (closedAt.get(subject.id) ?? Number.MAX_SAFE_INTEGER),
    ).length,
    latenessP50S: Math.round(share(0.5)),
    latenessP99S: Math.round(share(0.99)),
  }
}
