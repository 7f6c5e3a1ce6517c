/** What the CRM promises, in plain values: the model that a table full of transactions is compared with. */

export interface RelationModel {
  id: string
  account: number
  isActive: boolean
  isPrimary: boolean
  endDate?: string
}

interface Common {
  id: string
  version: number
  isDeleted: boolean
  ownerId: string
  visibility: string
  shares: { to: string; access: string }[]
}

export interface AccountModel extends Common {
  name: string
  domain?: string
  external?: string
  /** Index of the account above. */
  parent?: number
}

export interface ContactModel extends Common {
  lastName: string
  title?: string
  emails: string[]
  relations: RelationModel[]
}

export interface NoteModel {
  id: string
  version: number
  contact: number
  body: string
}

export interface Model {
  accounts: AccountModel[]
  contacts: ContactModel[]
  notes: NoteModel[]
}

/** What a command must answer: the status, and the version of its record when that is a success. */
export interface Expected {
  status: number
  version?: number
  code?: string
}

export const refused = (status: number, code?: string): Expected => ({ status, ...(code ? { code } : {}) })

export const emptyModel = (): Model => ({ accounts: [], contacts: [], notes: [] })

export const primaryOf = (contact: ContactModel): RelationModel | undefined =>
  contact.relations.find((row) => row.isPrimary)

export const ownerOfEmail = (model: Model, email: string, except?: ContactModel): ContactModel | undefined =>
  model.contacts.find((contact) => contact !== except && !contact.isDeleted && contact.emails.includes(email))

export const ownerOfDomain = (model: Model, domain: string, except?: AccountModel): AccountModel | undefined =>
  model.accounts.find((account) => account !== except && !account.isDeleted && account.domain === domain)

export const ownerOfExternal = (model: Model, external: string, except?: AccountModel): AccountModel | undefined =>
  model.accounts.find((account) => account !== except && !account.isDeleted && account.external === external)

/** Whether an account would stand below itself. Deleted ones count: they come back where they were. */
export function closesCircle(model: Model, account: number, parent: number): boolean {
  for (let at: number | undefined = parent; at !== undefined; at = model.accounts[at]?.parent)
    if (at === account) return true
  return false
}

/** Applies a change; says the new version, or the old one when nothing changed. */
export function change<T extends { version: number }>(record: T, values: Partial<T>): Expected {
  const isChanged = Object.entries(values).some(
    ([name, value]) => JSON.stringify(record[name as keyof T]) !== JSON.stringify(value),
  )
  if (isChanged) Object.assign(record, values, { version: record.version + 1 })
  return { status: 200, version: record.version }
}

/** Relations as they are when an account is made primary; undefined when it cannot be done. */
export function withPrimary(
  contact: ContactModel,
  account: number | undefined,
  id: string,
  today: string,
): RelationModel[] | Expected {
  if (account === undefined) {
    if (contact.relations.some((row) => row.isActive && !row.isPrimary)) return refused(409, 'contact.has_relations')
    return contact.relations.map((row) =>
      row.isPrimary ? { ...row, isPrimary: false, isActive: false, endDate: today } : row,
    )
  }
  const active = contact.relations.find((row) => row.isActive && row.account === account)
  const rows = active ? contact.relations : [...contact.relations, { id, account, isActive: true, isPrimary: true }]
  return rows.map((row) => ({ ...row, isPrimary: active ? row === active : row.id === id }))
}

/** Relations after one has ended: the oldest active one follows a primary one. */
export function withEnded(contact: ContactModel, id: string, endDate: string): RelationModel[] {
  const rows = contact.relations.map((row) =>
    row.id === id ? { ...row, endDate, isActive: false, isPrimary: false } : row,
  )
  const primary = rows.find((row) => row.isPrimary) ?? rows.find((row) => row.isActive)
  return rows.map((row) => ({ ...row, isPrimary: row === primary }))
}
