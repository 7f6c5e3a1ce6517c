import fc from 'fast-check'
import type { Api, Reply } from './api.ts'
import { type Chaos, type Moment, STORM } from './faulty.ts'
import {
  type AccountModel,
  type ContactModel,
  change,
  closesCircle,
  type Expected,
  type Model,
  ownerOfDomain,
  ownerOfEmail,
  ownerOfExternal,
  primaryOf,
  refused,
  withEnded,
  withPrimary,
} from './model.ts'
import { insist, projectAll } from './sound.ts'

export interface Real {
  api: Api
  chaos: Chaos
  counts: Record<string, number>
}

type Command = fc.AsyncCommand<Model, Real>

const TODAY = '2026-11-22'
const AS = 'admin'

/** A few values, so that they meet. */
const emails = ['a@model.example', 'b@model.example', 'c@model.example']
const domains = ['a.example', 'b.example']
const externals = ['1', '2']

/** A command that sends one request: the model says what must be answered, and becomes what it must be. */
function command(
  name: string,
  run: (model: Model, real: Real, send: Send) => Promise<void>,
  check: (model: Model) => boolean = () => true,
): Command {
  return {
    check,
    toString: () => name,
    async run(model, real) {
      real.counts[name.split(' ')[0] ?? name] = (real.counts[name.split(' ')[0] ?? name] ?? 0) + 1
      await run(model, real, sender(name, real))
    },
  }
}

type Send = (method: string, path: string, body: unknown, expected: Expected) => Promise<Reply>

const sender =
  (name: string, { api, chaos }: Real): Send =>
  async (method, path, body, expected) => {
    const reply = await insist(api, method, path, { as: AS, body, onFailure: () => chaos.isDead && chaos.revive() })
    const { status, version, code } = expected
    // A creation by PUT whose answer was lost is found to be there.
    const isFound = method === 'PUT' && status === 201 && reply.status === 200 && reply.attempts > 1
    // Nor can one who asks again to delete something tell whether it was gone before.
    const wasGone = method === 'DELETE' && status === 404 && reply.status === 204 && reply.attempts > 1
    const isRight =
      (reply.status === status || isFound || wasGone) &&
      (version === undefined || reply.body.version === version) &&
      (code === undefined || reply.body.code === code)
    if (!isRight)
      throw new Error(
        `${name}: ${method} ${path} ${JSON.stringify(body)} answered ${reply.status} ${JSON.stringify(reply.body)} instead of ${JSON.stringify(expected)}`,
      )
    return reply
  }

/** One of what the model has, whatever number was drawn. */
const pick = <T>(things: readonly T[], index: number): T => things[index % things.length] as T
const hasAccounts = (model: Model): boolean => model.accounts.length > 0
const hasContacts = (model: Model): boolean => model.contacts.length > 0

const base = (reply: Reply, ownerId: string) => ({
  id: String(reply.body.id),
  version: 1,
  isDeleted: false,
  ownerId,
  visibility: String(reply.body.visibility),
  shares: [],
})

const createAccount = (
  name: string,
  domain: string | undefined,
  external: string | undefined,
  parentIndex: number | undefined,
): Command =>
  command(`createAccount ${name} ${domain} ${external} ${parentIndex}`, async (model, { api }, send) => {
    const parent = parentIndex === undefined || !hasAccounts(model) ? undefined : parentIndex % model.accounts.length
    const above = parent === undefined ? undefined : model.accounts[parent]
    const expected = above?.isDeleted
      ? refused(422, 'reference.not_found')
      : (domain && ownerOfDomain(model, domain)) || (external && ownerOfExternal(model, external))
        ? refused(409)
        : { status: 201, version: 1 }
    const body = {
      name,
      ...(domain ? { domain } : {}),
      ...(external ? { externalIds: { erp: external } } : {}),
      ...(above ? { parentId: above.id } : {}),
    }
    const reply = await send('POST', '/v1/accounts', body, expected)
    if (expected.status === 201) {
      model.accounts.push({
        ...base(reply, String(api.people[AS]?.id)),
        name,
        ...(domain ? { domain } : {}),
        ...(external ? { external } : {}),
        ...(parent === undefined ? {} : { parent }),
      })
    }
  })

const createContact = (lastName: string, addresses: readonly string[], accountIndex: number | undefined): Command =>
  command(`createContact ${lastName} ${addresses} ${accountIndex}`, async (model, real, send) => {
    const account = accountIndex === undefined || !hasAccounts(model) ? undefined : accountIndex % model.accounts.length
    const at = account === undefined ? undefined : model.accounts[account]
    const expected = at?.isDeleted
      ? refused(422, 'reference.not_found')
      : addresses.some((email) => ownerOfEmail(model, email))
        ? refused(409, 'contact.email_taken')
        : { status: 201, version: 1 }
    const body = { lastName, emails: addresses.map((value) => ({ value })), ...(at ? { accountId: at.id } : {}) }
    const reply = await send('POST', '/v1/contacts', body, expected)
    if (expected.status === 201) {
      const relations =
        account === undefined
          ? []
          : [{ id: await newestRelation(real, String(reply.body.id)), account, isActive: true, isPrimary: true }]
      model.contacts.push({
        ...base(reply, String(real.api.people[AS]?.id)),
        lastName,
        emails: [...addresses],
        relations,
      })
    }
  })

/** The relation that a change of the account made; the model cannot know its id. */
async function newestRelation({ api, chaos }: Real, contactId: string): Promise<string> {
  const { body } = await insist<{ data: { id: string }[] }>(api, 'GET', `/v1/contacts/${contactId}/relations`, {
    as: AS,
    onFailure: () => chaos.isDead && chaos.revive(),
  })
  return String(
    body.data
      .map(({ id }) => id)
      .sort()
      .at(-1),
  )
}

const patchContact = (
  index: number,
  title: string | undefined,
  addresses: readonly string[] | undefined,
  accountIndex: number | null | undefined,
): Command =>
  command(
    `patchContact ${index} ${title} ${addresses} ${accountIndex}`,
    async (model, real, send) => {
      const contact = pick(model.contacts, index)
      const isMove = accountIndex === null || (accountIndex !== undefined && hasAccounts(model))
      const account = isMove && accountIndex !== null ? (accountIndex as number) % model.accounts.length : undefined
      const at = account === undefined ? undefined : model.accounts[account]
      const isMoved = isMove && primaryOf(contact)?.account !== account
      const rows = isMoved ? withPrimary(contact, account, 'new', TODAY) : contact.relations
      const expected = contact.isDeleted
        ? refused(404)
        : isMoved && at?.isDeleted
          ? refused(422, 'reference.not_found')
          : 'status' in rows
            ? rows
            : addresses?.some((email) => ownerOfEmail(model, email, contact))
              ? refused(409, 'contact.email_taken')
              : undefined
      const body = {
        ...(title === undefined ? {} : { title }),
        ...(addresses ? { emails: addresses.map((value) => ({ value })) } : {}),
        ...(isMove ? { accountId: at ? at.id : null } : {}),
      }
      if (expected) return void (await send('PATCH', `/v1/contacts/${contact.id}`, body, expected))
      const next = change(contact, {
        ...(title === undefined ? {} : { title }),
        ...(addresses ? { emails: [...addresses] } : {}),
        ...(isMoved ? { relations: rows as ContactModel['relations'] } : {}),
      })
      await send('PATCH', `/v1/contacts/${contact.id}`, body, next)
      const fresh = contact.relations.find((row) => row.id === 'new')
      if (fresh) fresh.id = await newestRelation(real, contact.id)
    },
    hasContacts,
  )

const patchAccount = (
  index: number,
  name: string | undefined,
  domain: string | null | undefined,
  parentIndex: number | null | undefined,
): Command =>
  command(
    `patchAccount ${index} ${name} ${domain} ${parentIndex}`,
    async (model, _, send) => {
      const at = index % model.accounts.length
      const account = pick(model.accounts, index)
      const parent = typeof parentIndex === 'number' ? parentIndex % model.accounts.length : undefined
      const above = parent === undefined ? undefined : model.accounts[parent]
      const isMoved = parentIndex !== undefined && parent !== account.parent
      const expected = account.isDeleted
        ? refused(404)
        : isMoved && parent !== undefined && (above?.isDeleted || closesCircle(model, at, parent))
          ? refused(422)
          : domain && ownerOfDomain(model, domain, account)
            ? refused(409, 'account.domain_taken')
            : undefined
      const body = {
        ...(name === undefined ? {} : { name }),
        ...(domain === undefined ? {} : { domain }),
        ...(parentIndex === undefined ? {} : { parentId: above ? above.id : null }),
      }
      const values = {
        ...(name === undefined ? {} : { name }),
        ...(domain === undefined ? {} : { domain: domain ?? undefined }),
        ...(parentIndex === undefined ? {} : { parent }),
      }
      await send(
        'PATCH',
        `/v1/accounts/${account.id}`,
        body,
        expected ?? change(account, values as Partial<AccountModel>),
      )
    },
    hasAccounts,
  )

const remove = (kind: 'accounts' | 'contacts', index: number): Command =>
  command(
    `remove ${kind} ${index}`,
    async (model, _, send) => {
      const record = pick<AccountModel | ContactModel>(model[kind], index)
      const isThere = !record.isDeleted
      await send('DELETE', `/v1/${kind}/${record.id}`, undefined, { status: isThere ? 204 : 404 })
      if (isThere) change(record, { isDeleted: true })
    },
    (model) => model[kind].length > 0,
  )

const restore = (kind: 'accounts' | 'contacts', index: number): Command =>
  command(
    `restore ${kind} ${index}`,
    async (model, _, send) => {
      const record = pick<AccountModel | ContactModel>(model[kind], index)
      const isTaken =
        'emails' in record
          ? record.emails.some((email) => ownerOfEmail(model, email))
          : (record.domain && ownerOfDomain(model, record.domain)) ||
            (record.external && ownerOfExternal(model, record.external))
      const expected = !record.isDeleted ? refused(404) : isTaken ? refused(409) : change(record, { isDeleted: false })
      await send('POST', `/v1/${kind}/${record.id}/restore`, undefined, expected)
    },
    (model) => model[kind].length > 0,
  )

const relate = (index: number, accountIndex: number, isPrimary: boolean): Command =>
  command(
    `relate ${index} ${accountIndex} ${isPrimary}`,
    async (model, _, send) => {
      const contact = pick(model.contacts, index)
      const account = accountIndex % model.accounts.length
      const at = pick(model.accounts, account)
      const expected = contact.isDeleted
        ? refused(404)
        : at.isDeleted
          ? refused(422, 'reference.not_found')
          : contact.relations.some((row) => row.isActive && row.account === account)
            ? refused(409, 'relation.exists')
            : { status: 201, version: 1 }
      const reply = await send(
        'POST',
        `/v1/contacts/${contact.id}/relations`,
        { accountId: at.id, isPrimary },
        expected,
      )
      if (expected.status !== 201) return
      const becomesPrimary = isPrimary || !primaryOf(contact)
      const added = { id: String(reply.body.id), account, isActive: true, isPrimary: becomesPrimary }
      change(contact, {
        relations: [...contact.relations.map((row) => (becomesPrimary ? { ...row, isPrimary: false } : row)), added],
      })
    },
    (model) => hasContacts(model) && hasAccounts(model),
  )

const changeRelation = (index: number, relationIndex: number, isEnd: boolean): Command =>
  command(
    `${isEnd ? 'endRelation' : 'makePrimary'} ${index} ${relationIndex}`,
    async (model, _, send) => {
      const contact = pick(model.contacts, index)
      if (contact.relations.length === 0) return
      const row = pick(contact.relations, relationIndex)
      const isGone = model.accounts[row.account]?.isDeleted === true
      const expected = contact.isDeleted
        ? refused(404)
        : isEnd
          ? { status: 200 }
          : isGone
            ? refused(422, 'reference.not_found')
            : row.isActive
              ? { status: 200 }
              : refused(409, 'relation.ended')
      const body = isEnd ? { endDate: '2026-11-01' } : { isPrimary: true }
      await send('PATCH', `/v1/contacts/${contact.id}/relations/${row.id}`, body, expected)
      if (expected.status !== 200) return
      const rows = isEnd
        ? withEnded(contact, row.id, '2026-11-01')
        : contact.relations.map((one) => ({ ...one, isPrimary: one === row }))
      change(contact, { relations: rows })
    },
    hasContacts,
  )

const share = (
  kind: 'accounts' | 'contacts',
  index: number,
  names: readonly string[],
  access: 'read' | 'update',
): Command =>
  command(
    `share ${kind} ${index} ${names} ${access}`,
    async (model, { api }, send) => {
      const record = pick<AccountModel | ContactModel>(model[kind], index)
      const shares = names.map((name) => ({ to: String(api.people[name]?.id ?? api.teams[name]), access }))
      const expected = record.isDeleted ? refused(404) : change(record, { shares })
      await send('PUT', `/v1/${kind}/${record.id}/shares`, { shares }, expected)
    },
    (model) => model[kind].length > 0,
  )

const assign = (kind: 'accounts' | 'contacts', index: number, name: string, visibility: string): Command =>
  command(
    `assign ${kind} ${index} ${name} ${visibility}`,
    async (model, { api }, send) => {
      const record = pick<AccountModel | ContactModel>(model[kind], index)
      const ownerId = String(api.people[name]?.id)
      const expected = record.isDeleted ? refused(404) : change(record, { ownerId, visibility })
      await send('PATCH', `/v1/${kind}/${record.id}`, { ownerId, visibility }, expected)
    },
    (model) => model[kind].length > 0,
  )

const note = (index: number, body: string): Command =>
  command(
    `note ${index} ${body}`,
    async (model, _, send) => {
      const contact = index % model.contacts.length
      const { id: subjectId, isDeleted } = pick(model.contacts, index)
      const reply = await send(
        'POST',
        '/v1/notes',
        { subjectId, body },
        isDeleted ? refused(422, 'reference.not_found') : { status: 201, version: 1 },
      )
      if (!isDeleted) model.notes.push({ id: String(reply.body.id), version: 1, contact, body })
    },
    hasContacts,
  )

const patchNote = (index: number, body: string): Command =>
  command(
    `patchNote ${index} ${body}`,
    async (model, _, send) => {
      const known = pick(model.notes, index)
      const expected = model.contacts[known.contact]?.isDeleted ? refused(404) : change(known, { body })
      await send('PATCH', `/v1/notes/${known.id}`, { body }, expected)
    },
    (model) => model.notes.length > 0,
  )

const upsert = (external: string, name: string): Command =>
  command(`upsert ${external} ${name}`, async (model, { api }, send) => {
    const known = ownerOfExternal(model, external)
    const expected = known ? change(known, { name }) : { status: 201, version: 1 }
    const reply = await send('PUT', `/v1/accounts/external/erp/${external}`, { name }, expected)
    if (!known) model.accounts.push({ ...base(reply, String(api.people[AS]?.id)), name, external })
  })

/** Creates one, changes one and deletes one contact, all or nothing or each on its own. */
const batch = (atomic: boolean, address: string, patched: number, removed: number, title: string): Command =>
  command(
    `${atomic ? 'atomic' : 'batch'} ${address} ${patched} ${removed} ${title}`,
    async (model, { api }, send) => {
      const [update, gone] = [pick(model.contacts, patched), pick(model.contacts, removed)]
      const operations = [
        { op: 'create', body: { lastName: 'Batch', emails: [{ value: address }] } },
        { op: 'update', id: update.id, body: { title } },
        { op: 'delete', id: gone.id },
      ]
      const holder = ownerOfEmail(model, address)
      const isMissing = update.isDeleted || gone.isDeleted
      const isNoChange = update.title === title
      const overlaps = (update === gone && !isNoChange) || holder === gone
      const expected = !atomic
        ? { status: 200 }
        : isMissing
          ? refused(404)
          : overlaps
            ? refused(422, 'change.overlapping')
            : holder
              ? refused(409)
              : { status: 200 }
      const reply = await send('POST', '/v1/contacts/batch', { atomic, operations }, expected)
      if (expected.status !== 200) return
      const statuses = (reply.body.results as { status: number }[]).map(({ status }) => status)
      const wanted = [holder ? 409 : 201, update.isDeleted ? 404 : 200, gone.isDeleted ? 404 : 204]
      if (JSON.stringify(statuses) !== JSON.stringify(wanted))
        throw new Error(`A batch answered ${statuses} instead of ${wanted}`)
      const { id } = (reply.body.results as { id?: string }[])[0] ?? {}
      if (!update.isDeleted) change(update, { title })
      if (!gone.isDeleted) change(gone, { isDeleted: true })
      if (!holder)
        model.contacts.push({
          id: String(id),
          version: 1,
          isDeleted: false,
          ownerId: String(api.people[AS]?.id),
          visibility: 'owner',
          shares: [],
          lastName: 'Batch',
          emails: [address],
          relations: [],
        })
    },
    hasContacts,
  )

const weather = (isStorm: boolean): Command =>
  command(isStorm ? 'storm' : 'calm', async (_, { chaos }) => {
    chaos.rates = isStorm ? STORM : {}
  })

/** The process dies during the next command, at that request. */
const kill = (request: number, moment: Moment): Command =>
  command(`kill ${request} ${moment}`, async (_, { chaos }) => {
    chaos.killAt(request, moment)
  })

const project = (): Command =>
  command('project', async (_, { api, chaos }) => {
    chaos.revive()
    await projectAll(api, chaos)
  })

const index = fc.nat(20)
const word = fc.constantFrom('Lan', 'Minh', 'Somchai', 'Aroon')
const kind = fc.constantFrom('accounts' as const, 'contacts' as const)
const addresses = fc.subarray(emails, { maxLength: 2 })
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })

/** Every command, the common ones more often. */
export const commandArbitraries: fc.Arbitrary<Command>[] = [
  fc
    .tuple(word, maybe(fc.constantFrom(...domains)), maybe(fc.constantFrom(...externals)), maybe(index))
    .map((all) => createAccount(...all)),
  fc.tuple(word, addresses, maybe(index)).map((all) => createContact(...all)),
  fc.tuple(word, addresses, index).map((all) => createContact(...all)),
  fc.tuple(index, maybe(word), maybe(addresses), fc.option(maybe(index))).map((all) => patchContact(...all)),
  fc.tuple(index, fc.constant(undefined), maybe(addresses), fc.option(index)).map((all) => patchContact(...all)),
  fc
    .tuple(index, maybe(word), fc.option(maybe(fc.constantFrom(...domains))), fc.option(maybe(index)))
    .map((all) => patchAccount(...all)),
  fc.tuple(kind, index).map((all) => remove(...all)),
  fc.tuple(kind, index).map((all) => restore(...all)),
  fc.tuple(index, index, fc.boolean()).map((all) => relate(...all)),
  fc.tuple(index, index, fc.boolean()).map((all) => relate(...all)),
  fc.tuple(index, index, fc.boolean()).map((all) => changeRelation(...all)),
  fc.tuple(index, index, fc.constant(true)).map((all) => changeRelation(...all)),
  fc
    .tuple(
      kind,
      index,
      fc.subarray(['rep', 'stranger', 'sales', 'service']),
      fc.constantFrom('read' as const, 'update' as const),
    )
    .map((all) => share(...all)),
  fc
    .tuple(kind, index, fc.constantFrom('rep', 'stranger', 'admin'), fc.constantFrom('owner', 'team', 'everyone'))
    .map((all) => assign(...all)),
  fc.tuple(index, word).map((all) => note(...all)),
  fc.tuple(index, word).map((all) => patchNote(...all)),
  fc.tuple(fc.boolean(), fc.constantFrom(...emails), index, index, word).map((all) => batch(...all)),
  fc.tuple(fc.constantFrom(...externals), word).map((all) => upsert(...all)),
  fc.boolean().map(weather),
  fc.tuple(fc.nat(12), fc.constantFrom('before' as const, 'after' as const)).map((all) => kill(...all)),
  fc.constant(undefined).map(project),
]
