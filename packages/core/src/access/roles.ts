import { prefixes } from '@rapport/kernel/ids'
import type { KindRights, RoleRights } from '@rapport/kernel/policy'

/**
 * Who may do what: the one table of rights, read by people before it is read by `decide`. Levels: none (not named), own, team,
 * subtree (my teams and everybody below me), all. A test holds the written matrix against the running API.
 */

const everything: KindRights = {
  read: 'all',
  create: 'all',
  update: 'all',
  delete: 'all',
  assign: 'all',
  share: 'all',
  export: 'all',
  bulk: 'all',
  configure: 'all',
}
/** Colleagues and teams: everyone knows them, each keeps the own entry. */
const people: KindRights = { read: 'all', update: 'own' }
const seen: KindRights = { read: 'all' }
/** Those for everybody, and those that are limited to teams one is in. */
const shown: KindRights = { read: 'own' }
const ownKeys: KindRights = { read: 'own', create: 'own', update: 'own', delete: 'own' }
/**
 * Notes and interactions are seen with what they are about, those kept to a team by its members, private ones by their author;
 * writing stays with the author.
 */
const remarks: KindRights = { read: 'team', create: 'own', update: 'own', delete: 'own' }

/**
 * Cases are worked on by the team of their queue. Whoever sells writes them down and follows the own ones. What was said about a
 * case is seen with it and never changed.
 */
const service: KindRights = { read: 'team', create: 'own', update: 'team', assign: 'team', share: 'own' }
/** Queues are kept by who leads the team. */
const leads: KindRights = { create: 'team', update: 'team', delete: 'team' }
const said: KindRights = { read: 'team', create: 'own' }
/** Tasks are given to each other within a team; whoever has one does it. */
const chores: KindRights = {
  read: 'team',
  create: 'team',
  update: 'own',
  delete: 'own',
  assign: 'team',
  share: 'own',
  bulk: 'own',
}
/** How the organisation works: managers say it, whoever handles cases or leads reads it. */
const settings: KindRights = { read: 'all', create: 'all', update: 'all', delete: 'all' }

/** Managers may also move deals past what their stages require. How the stages are is for administrators to say. */
const salesForce: KindRights = {
  read: 'subtree',
  create: 'subtree',
  update: 'subtree',
  delete: 'subtree',
  assign: 'subtree',
  share: 'subtree',
  export: 'subtree',
  bulk: 'subtree',
  configure: 'subtree',
}
/** Work that a machine does for a person: nobody else's affair. What it does to records is decided for each of them. */
const jobs: KindRights = { read: 'own', create: 'own', update: 'own' }

const directory = { user: people, team: seen }
const houseRules = { calendar: seen, slaPolicy: seen, escalationRule: seen, assignmentRule: seen }
/** Whoever sells or serves reads what there is to sell and at what price; managers and administrators keep it. How the
 * organisation works, administrators say. */
const catalogue = { product: seen, priceBook: seen, priceBookEntry: seen, exchangeRate: seen, organisation: seen }
const kept: KindRights = { read: 'all', create: 'all', update: 'all', delete: 'all', export: 'all', bulk: 'all' }
const catalogueKept = { product: kept, priceBook: kept, priceBookEntry: kept, exchangeRate: kept, organisation: seen }
/** Only administrators set who somebody is; everybody sees it. Secrets nobody reads. */
const guardedFields = { user: { administration: 'read', signIn: 'none' }, apiKey: { secret: 'none' } } as const

export const roles = {
  admin: {
    kinds: { '*': everything },
    fields: { apiKey: { secret: 'none' } },
  },
  manager: {
    kinds: {
      '*': {
        read: 'subtree',
        create: 'subtree',
        update: 'subtree',
        delete: 'subtree',
        assign: 'subtree',
        share: 'subtree',
        export: 'subtree',
        bulk: 'subtree',
      },
      ...directory,
      ...catalogueKept,
      note: { ...remarks, update: 'subtree', delete: 'subtree' },
      interaction: { ...remarks, update: 'subtree', delete: 'subtree' },
      apiKey: ownKeys,
      handover: { read: 'subtree', create: 'subtree', update: 'subtree' },
      queue: { ...leads, read: 'all' },
      import: jobs,
      inboundMail: { read: 'all', update: 'all' },
      export: jobs,
      caseComment: said,
      caseFile: said,
      opportunity: salesForce,
      quote: salesForce,
      pipeline: shown,
      access: { read: 'subtree' },
      analytics: seen,
      captureForm: {},
      captureFailure: {},
      event: {},
      calendar: settings,
      slaPolicy: settings,
      escalationRule: settings,
      assignmentRule: settings,
    },
    fields: guardedFields,
  },
  rep: {
    kinds: {
      '*': { read: 'team', create: 'own', update: 'own', delete: 'own', assign: 'team', share: 'own', bulk: 'own' },
      ...directory,
      ...catalogue,
      note: remarks,
      interaction: remarks,
      task: chores,
      apiKey: ownKeys,
      handover: { read: 'own', create: 'own', update: 'own' },
      import: jobs,
      export: {},
      case: { read: 'team', create: 'own', update: 'own', share: 'own' },
      inboundMail: {},
      queue: seen,
      caseComment: said,
      caseFile: said,
      order: { read: 'team', share: 'own' },
      pipeline: shown,
      analytics: { read: 'team' },
      access: {},
      captureForm: {},
      captureFailure: {},
      event: {},
      ...houseRules,
    },
    fields: guardedFields,
  },
  marketing: {
    kinds: {
      '*': {},
      account: { read: 'all' },
      contact: { read: 'all', export: 'all' },
      lead: { read: 'all', export: 'all' },
      captureForm: { read: 'all', create: 'all', update: 'all', delete: 'all' },
      captureFailure: { read: 'all', update: 'all', delete: 'all' },
      export: jobs,
      order: seen,
      ...directory,
      ...catalogue,
      note: remarks,
      interaction: { read: 'team' },
      task: chores,
      apiKey: ownKeys,
    },
    fields: {
      ...guardedFields,
      account: { finance: 'none' },
      product: { finance: 'none' },
      order: { finance: 'none' },
      contact: { personal: 'none' },
    },
  },
  agent: {
    kinds: {
      '*': {},
      account: { read: 'all' },
      contact: { read: 'all', create: 'own', update: 'team' },
      case: service,
      inboundMail: { read: 'all', update: 'all' },
      queue: seen,
      order: seen,
      caseComment: said,
      caseFile: said,
      ...directory,
      ...catalogue,
      ...houseRules,
      note: remarks,
      interaction: remarks,
      task: chores,
      apiKey: ownKeys,
    },
    fields: {
      ...guardedFields,
      account: { finance: 'none' },
      product: { finance: 'none' },
      order: { finance: 'none' },
    },
  },
  readonly: {
    kinds: {
      '*': {},
      account: seen,
      contact: seen,
      opportunity: seen,
      quote: seen,
      order: seen,
      pipeline: seen,
      case: seen,
      analytics: seen,
      queue: seen,
      caseComment: { read: 'team' },
      caseFile: { read: 'team' },
      lead: seen,
      note: { read: 'team' },
      interaction: { read: 'team' },
      task: { read: 'team' },
      user: seen,
      team: seen,
      ...catalogue,
      ...houseRules,
    },
    fields: guardedFields,
  },
} as const satisfies Record<string, RoleRights>

export type Role = keyof typeof roles

export const roleNames = Object.keys(roles) as [Role, ...Role[]]

/** What has an id and belongs to another record, whose rights count. */
const PARTS: readonly string[] = ['relation', 'request', 'share']

/** What a right can be about: every kind of record, the explanation of rights, and figures. */
export const rightKinds: readonly string[] = [
  ...Object.keys(prefixes).filter((kind) => !PARTS.includes(kind)),
  'access',
  'analytics',
]

/** The table's entries as `decide` takes them. */
export const rightsOf = (names: readonly Role[]): RoleRights[] => names.map((name) => roles[name])
