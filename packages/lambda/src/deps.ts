import type { Clock, Random } from '@rapport/kernel/clock'
import type { Files } from '@rapport/kernel/files'
import type { Table } from '@rapport/kernel/table'

/**
 * What a handler is made with. On AWS it comes from the environment (`production.ts`); the local cloud and the tests give the
 * same clients other endpoints, another clock, and faults.
 */
export interface Deps {
  env: Env
  clock: Clock
  random: Random
  table: Table
  bus: Bus
  mailer: Mailer
  files: Files
  identity: Identity
  verifyToken: VerifyToken
  log: Log
}

export interface Env {
  STAGE: string
  TABLE_NAME: string
  BUS_NAME: string
  /** The bucket of what is too large for the table. */
  FILES_BUCKET: string
  /** Sender of every mail, e.g. `Rapport <crm@example.com>`. */
  MAIL_FROM: string
  /** The mailbox whose letters come in, e.g. `support@in.example.com`; empty when none do. */
  MAIL_INBOUND: string
  SES_CONFIGURATION_SET: string
  USER_POOL_ID: string
  USER_POOL_CLIENT_ID: string
  /** Where people and mail links reach the CRM, without a trailing slash. */
  PUBLIC_URL: string
  /** Origins that may call from a browser, separated by commas. */
  CORS_ORIGINS: string
  /** How long a principal's rights may be reused for reading; writes always look. At most 60000. */
  RIGHTS_TTL_MS: string
  /** Partitions of list-all and due indexes. Raise before the CRM writes more than 1,000 records of one kind per second. */
  INDEX_SHARDS: string
  /** Requests per second a principal may make for long, per running function; the burst is twice that. */
  RATE_PER_S: string
}

export interface BusEntry {
  id: string
  type: string
  at: string
  detail: unknown
}

export interface Bus {
  /** Publishes at most 10 entries; answers the ids that were not accepted. */
  publish(entries: readonly BusEntry[]): Promise<readonly string[]>
}

export interface Letter {
  to: string
  subject: string
  text: string
  html: string
  headers?: Readonly<Record<string, string>>
}

export interface Mailer {
  /** One letter, one attempt. Throws MailRefused when it surely was not sent, anything else when that is not known. */
  send(letter: Letter, tags: Readonly<Record<string, string>>): Promise<{ messageId: string }>
}

/** What a person signs in with. */
export interface SignIn {
  subject: string
  email: string
  isEnabled: boolean
  /** Has only the first password, the one that was mailed. */
  isPending: boolean
}

/** Sign-ins, named by their subject: addresses change. Every call may be repeated; none fails for a sign-in that is not there. */
export interface Identity {
  /** Creates the sign-in for an address, or finds the one there is; answers its subject. The provider mails the first password. */
  invite(email: string): Promise<{ subject: string }>
  /** Mails a new first password to who has not used the old one, which ends to work. */
  reinvite(email: string): Promise<void>
  /** By subject or address. */
  find(name: string): Promise<SignIn | undefined>
  /** The sign-in has this address from now on, and nobody needs to prove it. Throws when another sign-in has it. */
  move(subject: string, email: string): Promise<void>
  enable(subject: string): Promise<void>
  disable(subject: string): Promise<void>
  remove(subject: string): Promise<void>
  /** Ends every session of a sign-in. */
  signOut(subject: string): Promise<void>
}

export interface TokenClaims {
  subject: string
  issuedAtS: number
}

/** Checks signature, issuer, audience, use and time of an access token. Throws when any of them is wrong, `unavailable` when nobody can tell. */
export type VerifyToken = (token: string) => Promise<TokenClaims>

/** Structured log lines from an allow-list of fields: nothing personal, nothing secret. */
export interface Log {
  info(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields, cause?: unknown): void
}

export type LogFields = Partial<
  Record<
    | 'requestId'
    | 'route'
    | 'status'
    | 'durationMs'
    | 'actor'
    | 'code'
    | 'count'
    | 'eventId'
    | 'kind'
    | 'function'
    | 'subject',
    string | number
  >
>
