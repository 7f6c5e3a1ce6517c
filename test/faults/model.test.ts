import type { Item } from '@rapport/kernel/table'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { startApi, stopEngine } from '../support/api.ts'
import { createChaos, figures, seedOf } from '../support/faulty.ts'
import { emptyModel, type Model, primaryOf } from '../support/model.ts'
import { commandArbitraries, type Real } from '../support/model-commands.ts'
import { findingsIn, itemsOf, projectAll, quiet } from '../support/sound.ts'

afterAll(stopEngine)

const RUNS = Number(process.env.FC_RUNS ?? '12')
const COMMANDS_MAX = Number(process.env.FC_COMMANDS ?? '40')

/** What the table holds of what the model knows. */
function tableOf(items: readonly Item[]) {
  const ofKind = (sk: string): Item[] => items.filter((item) => item.sk === sk)
  const common = (item: Item) => ({
    id: item.id,
    version: item.version,
    isDeleted: item.deletedAt !== undefined,
    ownerId: item.ownerId,
    visibility: item.visibility,
    shares: item.shares ?? [],
  })
  const relations = items.filter((item) => String(item.sk).startsWith('relation#'))
  return {
    accounts: ofKind('account').map((item) => ({
      ...common(item),
      name: item.name,
      domain: item.domain,
      external: (item.externalIds as { erp?: string } | undefined)?.erp,
      parentId: item.parentId,
    })),
    contacts: ofKind('contact').map((item) => ({
      ...common(item),
      lastName: item.lastName,
      title: item.title,
      emails: ((item.emails ?? []) as { value: string }[]).map(({ value }) => value),
      accountId: item.accountId,
      relations: relations
        .filter(({ contactId }) => contactId === item.id)
        .map(({ id, accountId, isActive, isPrimary, endDate }) => ({ id, accountId, isActive, isPrimary, endDate })),
    })),
    notes: ofKind('note').map(({ id, version, subjectId, body }) => ({ id, version, subjectId, body })),
  }
}

/** The same of the model. */
function tableOfModel({ accounts, contacts, notes }: Model) {
  const idOf = (index: number | undefined) => (index === undefined ? undefined : accounts[index]?.id)
  return {
    accounts: accounts.map(({ parent, ...rest }) => ({
      domain: undefined,
      external: undefined,
      ...rest,
      parentId: idOf(parent),
    })),
    contacts: contacts.map((contact) => ({
      title: undefined,
      ...contact,
      accountId: idOf(primaryOf(contact)?.account),
      relations: contact.relations.map(({ account, ...row }) => ({
        endDate: undefined,
        ...row,
        accountId: idOf(account),
      })),
    })),
    notes: notes.map(({ contact, ...rest }) => ({ ...rest, subjectId: contacts[contact]?.id })),
  }
}

type Comparable = Record<string, { id: unknown }[]>

const byId = (table: object): Comparable =>
  Object.fromEntries(
    Object.entries(table as Comparable).map(([name, rows]) => [
      name,
      rows.toSorted((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    ]),
  )

test('whatever is asked in whatever order, and whatever fails meanwhile, the table is what was promised', async () => {
  const seed = seedOf('FC_SEED')
  const counts: Record<string, number> = {}
  const sum = { seed, runs: 0, commands: 0, faults: 0, kills: 0, items: 0, findings: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.commands(commandArbitraries, { maxCommands: COMMANDS_MAX, size: 'max' }),
      fc.nat(),
      async (commands, faultSeed) => {
        const chaos = createChaos(faultSeed)
        const api = quiet(await startApi({ configure: chaos.configure, shards: 2 }))
        const model = emptyModel()
        const real: Real = { api, chaos, counts }
        try {
          await fc.asyncModelRun(() => ({ model, real }), commands)
          chaos.revive()
          chaos.rates = {}
          await projectAll(api)
          const items = await itemsOf(api)
          const findings = await findingsIn(api, { items })
          const { kills, ...faults } = chaos.counts
          sum.runs++
          sum.kills += kills
          sum.faults += Object.values(faults).reduce((a, b) => a + b, 0)
          sum.items += items.length
          sum.findings += findings.length

          expect(findings).toEqual([])
          expect(byId(tableOf(items))).toEqual(byId(tableOfModel(model)))
        } finally {
          await api.stop()
        }
      },
    ),
    { numRuns: RUNS, seed },
  )
  sum.commands = Object.values(counts).reduce((a, b) => a + b, 0)
  figures('model', sum)
  figures('commands', counts)
}, 3_600_000)
