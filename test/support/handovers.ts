import { Accounts } from '@rapport/core/accounts/service'
import { Contacts } from '@rapport/core/contacts/service'
import type { Handover } from '@rapport/core/handover/schema'
import { Users } from '@rapport/core/users/service'
import type { Ctx } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'
import { systemCtx } from '@rapport/lambda/context'
import type { Letter } from '@rapport/lambda/deps'
import { type Api, type ApiOptions, type Reply, startApi } from './api.ts'
import { eventsIn, itemsOf, quiet } from './sound.ts'
import { handlerOf, startWorkers, sweepContext, type Workers } from './workers.ts'

/** Somebody's work, and somebody to take it. */
export interface Work {
  from: string
  to: string
  accounts: string[]
  contacts: string[]
}

export interface Handovers {
  api: Api
  ctx: Ctx
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
  const api = quiet(await startApi({ shards: 2, ...options }))
  const letters: Letter[] = []
  api.deps.mailer.send = async (letter) => ({ messageId: `m${letters.push(letter)}` })
  const ctx = systemCtx(api.runtime, 'test', 'req-test')
  const workers = await startWorkers(api, ['run-handover', 'notify-handover'])
  let people = 0

  async function person(): Promise<string> {
    const n = ++people
    const email = `handover-${n}@rapport.test`
    const user = { name: `Person ${n}`, email, roles: ['rep'], timeZone: 'UTC', status: 'active' }
    return (await Users.create(ctx, { ...user, subject: `sub-handover-${n}` })).id
  }

  const events = async (): Promise<Item[]> => eventsIn(await itemsOf(api))

  return {
    api,
    ctx,
    workers,
    letters,
    async work({ accounts = 2, contacts = 1 } = {}) {
      const made: Work = { from: await person(), to: await person(), accounts: [], contacts: [] }
      const { from: ownerId } = made
      for (let n = 0; n < accounts; n++) {
        made.accounts.push((await Accounts.create(ctx, { name: `Account ${n}`, ownerId })).id)
      }
      for (let n = 0; n < contacts; n++) {
        made.contacts.push((await Contacts.create(ctx, { lastName: `Contact ${n}`, ownerId })).id)
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
        ...accounts.map((id) => Accounts.get(ctx, id)),
        ...contacts.map((id) => Contacts.get(ctx, id)),
      ] as Promise<{ ownerId: string }>[]
      return (await Promise.all(records)).map(({ ownerId }) => ownerId)
    },
    async movesTold({ accounts, contacts }) {
      const moves = (await events()).filter(
        ({ type, changed }) => String(type).endsWith('.updated') && (changed as string[]).includes('ownerId'),
      )
      return [...accounts, ...contacts].map((id) => moves.filter(({ pk }) => pk === id).length)
    },
    typesTold: async (id) =>
      (await events())
        .filter(({ pk }) => pk === id)
        .sort((a, b) => Number(a.version) - Number(b.version))
        .map(({ type }) => String(type)),
    async sweep() {
      await (await handlerOf('sweep-due', api.deps))({} as never, sweepContext())
    },
  }
}

/** A list of the same value. */
export const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)
