import { Accounts } from '@rapport/core/accounts/service'
import { Contacts } from '@rapport/core/contacts/service'
import type { Handover } from '@rapport/core/handover/schema'
import { Users } from '@rapport/core/users/service'
import { eventModel, parseEvent, type StoredEvent } from '@rapport/kernel/events'
import { idBounds } from '@rapport/kernel/ids'
import type { Ctx } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import type { Letter } from '@rapport/lambda/deps'
import { type Api, type ApiOptions, type Reply, startApi } from './api.ts'
import { quiet } from './sound.ts'
import { eventTap, handlerOf, startWorkers, sweepContext, type Workers } from './workers.ts'

/** Somebody's work, and somebody to take it. */
export interface Work {
  from: string
  to: string
  accounts: string[]
  contacts: string[]
}

export interface Handovers {
  api: Api
  /** The CRM itself, now. */
  readonly ctx: Ctx
  workers: Workers
  letters: Letter[]
  work(amount?: { accounts?: number; contacts?: number }): Promise<Work>
  handOver(work: Work, body?: Record<string, unknown>): Promise<string>
  takeBack(id: string, as?: string): Promise<Reply>
  read(id: string): Promise<Handover>
  /** Owners of accounts, then contacts. */
  ownersOf(work: Work): Promise<string[]>
  /** How often each record was told to have changed hands. */
  movesTold(work: Work): Promise<number[]>
  typesTold(id: string): Promise<string[]>
  sweep(): Promise<void>
}

/** An API with the workers that carry out handovers. */
export async function startHandovers(options: ApiOptions = {}): Promise<Handovers> {
  const tap = eventTap()
  const api = quiet(await startApi({ shards: 2, wrap: tap.wrap, ...options }))
  const letters: Letter[] = []
  api.deps.mailer.send = async (letter) => ({ messageId: `m${letters.push(letter)}` })
  const now = (): Ctx => systemCtx(api.runtime, 'test', 'req-test')
  const workers = await startWorkers(api.deps, tap, ['run-handover', 'notify-handover'])
  let people = 0

  async function person(): Promise<string> {
    const n = ++people
    const email = `handover-${n}@rapport.test`
    const user = { name: `Person ${n}`, email, roles: ['rep'], timeZone: 'UTC', status: 'active' }
    return (await Users.create(now(), { ...user, subject: `sub-handover-${n}` })).id
  }

  async function timelineOf(id: string): Promise<StoredEvent[]> {
    const [from, to] = idBounds('event')
    const range = { newestFirst: false, limit: 1_000 }
    const { items } = await api.deps.table.query(
      eventModel.range('record', { timelineOf: id }, { id: from }, { id: to }, range),
    )
    return items.map(parseEvent).sort((a, b) => a.version - b.version)
  }

  return {
    api,
    get ctx() {
      return now()
    },
    workers,
    letters,
    async work({ accounts = 2, contacts = 1 } = {}) {
      const [from, to] = [await person(), await person()]
      const owned = { ownerId: from }
      const made: Work = {
        from,
        to,
        accounts: await idsOf(accounts, (n) => Accounts.create(now(), { name: `Account ${n}`, ...owned })),
        contacts: await idsOf(contacts, (n) => Contacts.create(now(), { lastName: `Contact ${n}`, ...owned })),
      }
      return made
    },
    async handOver({ from, to }, body = {}) {
      const reply = await api.call('POST', `/v1/users/${from}/handover`, { as: 'admin', body: { to, ...body } })
      if (reply.status !== 202) throw new Error(JSON.stringify(reply.body))
      return String(reply.body.id)
    },
    takeBack: (id, as = 'admin') => api.call('POST', `/v1/handovers/${id}/revert`, { as }),
    read: async (id) => (await api.call<Handover>('GET', `/v1/handovers/${id}`, { as: 'admin' })).body,
    async ownersOf({ accounts, contacts }) {
      const records = [
        ...accounts.map((id) => Accounts.get(now(), id)),
        ...contacts.map((id) => Contacts.get(now(), id)),
      ] as Promise<{ ownerId: string }>[]
      return (await Promise.all(records)).map(({ ownerId }) => ownerId)
    },
    async movesTold({ accounts, contacts }) {
      const timelines = await Promise.all([...accounts, ...contacts].map(timelineOf))
      const isMove = ({ type, changed }: StoredEvent) => type.endsWith('.updated') && changed.includes('ownerId')
      return timelines.map((events) => events.filter(isMove).length)
    },
    typesTold: async (id) => (await timelineOf(id)).map(({ type }) => type),
    async sweep() {
      await (await handlerOf('sweep-due', api.deps))({} as never, sweepContext())
    },
  }
}

/** Made at once: more would wait for each other longer than a request may take. */
const AT_ONCE = 10

/** Ids of this many new records, in order. */
async function idsOf(count: number, make: (n: number) => Promise<{ id: string }>): Promise<string[]> {
  const ids: string[] = []
  for (let from = 0; from < count; from += AT_ONCE) {
    const made = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => make(from + n))
    ids.push(...(await Promise.all(made)).map(({ id }) => id))
  }
  return ids.sort()
}

/** A list of the same value. */
export const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)
