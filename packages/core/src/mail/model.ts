import { defineItem } from '@rapport/kernel/model'
import type { AddressState } from './schema.ts'

export const addressModel = defineItem<AddressState>({
  name: 'address',
  attributes: ['digest', 'version', 'transientBounces', 'lastTransientAt', 'suppression'],
  record: { partition: 'address#${digest}', sort: 'address' },
})

/** A report that has been dealt with, kept for as long as it can come again. */
interface SeenReport {
  digest: string
  expiresAtS: number
}

export const reportModel = defineItem<SeenReport>({
  name: 'mail-report',
  attributes: ['digest', 'expiresAtS'],
  record: { partition: 'mail-report#${digest}', sort: 'mail-report' },
})

/** A letter to a colleague about an event, kept for as long as its message can come again. */
export interface Told {
  eventId: string
  userId: string
  /** Goes up with each attempt and when one is done. */
  version: number
  /** Until when whoever claimed the letter may be sending it; absent when it was sent. */
  claimedUntil?: string
  expiresAtS: number
}

/** Named after the first events that were written about. */
export const toldModel = defineItem<Told>({
  name: 'escalation-told',
  attributes: ['eventId', 'userId', 'version', 'claimedUntil', 'expiresAtS'],
  record: { partition: 'told#${eventId}', sort: '${userId}' },
})
