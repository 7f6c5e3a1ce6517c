import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { accountType } from '@rapport/core/accounts/model'
import { contactType, relationModel } from '@rapport/core/contacts/model'
import type { Contact, Relation } from '@rapport/core/contacts/schema'
import { createIds, type Ids } from '@rapport/kernel/ids'
import { startEngine } from '@rapport/local/engine'
import { type Client, client } from '../support/http.ts'
import { envelope, fill, load } from '../support/load.ts'

/**
 * What a request costs the machine, beside other CRMs: CPU of the whole `npm start` and of its database, without the client, with rights,
 * validation, guards, events, and what follows from them. Alone: node test/bench/peers.ts [contacts] [deals]
 */

/** Milliseconds of CPU a request, measured with 100,000 contacts on 2 shared x86 cores, over loopback, with the database of each. */
const PEERS = {
  get: { directus: 6, tryton: 9.1, espocrm: 59 },
  'list 25 by owner': { directus: 6.3, tryton: 82, espocrm: 60 },
  'list by account': { directus: 5.4, espocrm: 48 },
  'search by e-mail': { directus: 4.8, tryton: 12, espocrm: 523 },
  'deals by stage': { directus: 10, espocrm: 41 },
  create: { directus: 8.1, tryton: 34, espocrm: 76 },
  update: { directus: 13, tryton: 6.1, espocrm: 55 },
} satisfies Record<string, { directus: number; tryton?: number; espocrm: number }>

type Operation = keyof typeof PEERS

export interface PeerRow {
  operation: Operation
  /** Milliseconds of CPU a request: of the CRM with its workers, and of the engine below it. */
  cpuMs: { crm: number; engine: number }
  toDirectus: number
}

/** Requests of each kind that are counted, after a tenth as many that are not; eight at a time. */
const REQUESTS = 1_500
const AT_ONCE = 8
/** Contacts in an account. */
const PEOPLE = 10

export async function measurePeers(contacts: number, deals: number): Promise<PeerRow[]> {
  await using started = new AsyncDisposableStack()
  const dataDir = mkdtempSync(join(tmpdir(), 'rapport-peers-'))
  started.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const engine = await startEngine({ dataDir })
  started.defer(engine.stop)
  const { child, url } = await startCrm(dataDir, engine.endpoint)
  started.defer(async () => {
    const ended = once(child, 'exit')
    if (child.kill('SIGTERM')) await ended
  })

  const rep = await signedIn(url, dataDir)
  const { user } = (await rep('GET', '/v1/me')).body
  const filled = await fillWith(engine.endpoint, contacts, user.id, user.teamIds[0])
  const pipelineId = await makeDeals(rep, deals)
  const calls = callsOf(rep, filled, user.id, pipelineId)
  const pids = [child.pid as number, engine.pid as number] as const
  const rows: PeerRow[] = []
  for (const [operation, call] of Object.entries(calls) as [Operation, Call][]) {
    await many(call, REQUESTS / 10)
    await quiet(pids[0])
    const before = pids.map(cpuMs)
    await many(call, REQUESTS)
    await quiet(pids[0])
    const [crm = 0, below = 0] = pids.map((pid, at) => (cpuMs(pid) - (before[at] ?? 0)) / REQUESTS)
    const toDirectus = (crm + below) / PEERS[operation].directus
    rows.push({ operation, cpuMs: { crm: round(crm), engine: round(below) }, toDirectus: round(toDirectus) })
  }
  return rows
}

export function tellPeers(rows: readonly PeerRow[]): void {
  const line = (text: string) => process.stdout.write(`${text}\n`)
  line('\nCPU of the machine a request, ms, without the client')
  for (const { operation, cpuMs: spent, toDirectus } of rows) {
    const { directus, tryton, espocrm }: { directus: number; tryton?: number; espocrm: number } = PEERS[operation]
    line(
      `  ${operation.padEnd(17)} ${(spent.crm + spent.engine).toFixed(2)} (engine ${spent.engine.toFixed(2)})   Directus ${directus}, Tryton ${tryton ?? '–'}, EspoCRM ${espocrm}   ${toDirectus} of Directus`,
    )
  }
}

async function startCrm(dataDir: string, engineUrl: string): Promise<{ child: ChildProcess; url: string }> {
  const main = new URL('../../packages/local/src/main.ts', import.meta.url).pathname
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, SEED: 'none', AWS_ENDPOINT_URL_DYNAMODB: engineUrl }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const chunk of child.stdout) {
    said += chunk
    const url = /Rapport\s+(http\S+)/.exec(said)?.[1]
    if (url && said.includes('Ctrl-C')) {
      child.stdout.resume()
      return { child, url }
    }
  }
  throw new Error(`It did not start: ${said}`)
}

async function signedIn(url: string, dataDir: string): Promise<Client> {
  const users = JSON.parse(readFileSync(join(dataDir, 'credentials.json'), 'utf8')) as {
    email: string
    password: string
    role: string
  }[]
  const { email, password } = users.find(({ role }) => role === 'rep') ?? {}
  const { body } = await client(url)('POST', '/local/token', { email, password })
  return client(url, body.accessToken)
}

interface Filled {
  contactIds: string[]
  accountIds: string[]
}

/** Past the API: accounts, their people, and what relates them. */
async function fillWith(endpoint: string, count: number, ownerId: string, teamId: string): Promise<Filled> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const raw = new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials })
  const { TableNames: [tableName = ''] = [] } = await raw.send(new ListTablesCommand({}))
  let ms = Date.parse('2026-11-01T00:00:00.000Z')
  const ids = createIds(
    () => new Date(ms++),
    (size) => crypto.getRandomValues(new Uint8Array(size)),
  )
  const at = new Date(ms)
  const accounts = Array.from({ length: count / PEOPLE }, (_, n) => ({
    ...envelope('account', ids, ownerId, teamId, at),
    name: `Account ${n}`,
  }))
  await load(raw, tableName, accountType, accounts)
  const accountIds = accounts.map(({ id }) => id)
  const contactIds: string[] = []
  function* people(): Generator<Contact> {
    for (let n = 0; n < count; n++) {
      const whole = envelope('contact', ids, ownerId, teamId, at)
      contactIds.push(whole.id)
      yield person(whole, n, accountIds[n % accountIds.length] as string)
    }
  }
  await load(raw, tableName, contactType, people())
  await fill(raw, tableName, relations(ids, contactIds, accountIds, at))
  raw.destroy()
  return { contactIds, accountIds }
}

const person = (whole: ReturnType<typeof envelope>, n: number, accountId: string): Contact => {
  const value = `person${n}@example.com`
  const email = { value, folded: value, type: 'work' as const, primary: true, optOut: false, invalid: false }
  return { ...whole, firstName: `First${n % 997}`, lastName: `Person${n}`, title: 'Buyer', emails: [email], accountId }
}

function* relations(ids: Ids, contactIds: readonly string[], accountIds: readonly string[], at: Date) {
  for (const [n, contactId] of contactIds.entries()) {
    const accountId = accountIds[n % accountIds.length] as string
    const stamps = { version: 1, createdAt: at.toISOString(), updatedAt: at.toISOString() }
    const relation: Relation = {
      id: ids.next('relation'),
      contactId,
      accountId,
      isPrimary: true,
      isActive: true,
      ...stamps,
    }
    yield relationModel.item(relation)
  }
}

/** Through the API, so that the sums are kept. Answers their pipeline. */
async function makeDeals(rep: Client, count: number): Promise<string> {
  const deal = (n: number) =>
    rep('POST', '/v1/opportunities', {
      name: `Deal ${n}`,
      closeDate: '2027-03-31',
      amount: { amount: 100_000 + n, currency: 'USD' },
    })
  const { body } = await deal(0)
  await many(deal, count)
  return body.pipelineId
}

type Call = (n: number) => Promise<unknown>

function callsOf(
  rep: Client,
  { contactIds, accountIds }: Filled,
  ownerId: string,
  pipelineId: string,
): Record<Operation, Call> {
  const contact = (n: number) => contactIds[(n * 37) % contactIds.length]
  const run = Date.now()
  return {
    get: (n) => rep('GET', `/v1/contacts/${contact(n)}`),
    'list 25 by owner': () => rep('GET', `/v1/contacts?ownerId=${ownerId}&limit=25`),
    'list by account': (n) => rep('GET', `/v1/accounts/${accountIds[n % accountIds.length]}/contacts`),
    'search by e-mail': (n) => rep('GET', `/v1/search?q=person${n % contactIds.length}@`),
    'deals by stage': () => rep('GET', `/v1/pipelines/${pipelineId}/board?scope=own&limit=1`),
    create: (n) =>
      rep('POST', '/v1/contacts', {
        lastName: 'Made',
        emails: [{ value: `made-${run}-${n}-${Math.random()}@example.com` }],
      }),
    update: (n) => rep('PATCH', `/v1/contacts/${contact(n)}`, { title: `Buyer ${run} ${n}` }),
  }
}

/** Some at a time. A refusal is an error: what was refused costs something else. */
async function many(call: Call, count: number): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < count) {
      const { status, body } = (await call(next++)) as { status: number; body: unknown }
      if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** Waits until a process has done what follows from what it was asked. */
async function quiet(pid: number): Promise<void> {
  const LITTLE_MS = 20
  for (let before = cpuMs(pid), now = Number.POSITIVE_INFINITY; now - before > LITTLE_MS; ) {
    before = cpuMs(pid)
    await pause(300)
    now = cpuMs(pid)
  }
}

/** CPU a process has used so far. Fields 14 and 15 of its line count hundredths of a second. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const round = (value: number): number => Math.round(value * 100) / 100

if (import.meta.main) {
  const [contacts = 10_000, deals = 1_000] = process.argv.slice(2).map(Number)
  tellPeers(await measurePeers(contacts, deals))
}
