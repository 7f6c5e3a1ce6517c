import { duePlace } from '@rapport/kernel/due'
import { defineItem } from '@rapport/kernel/model'
import type { Escalation } from './schema.ts'

/** Stands in the case's partition, and in the index of due work while a step will be due. */
export const escalationModel = defineItem<Escalation & { of: string }>({
  name: 'escalation',
  attributes: [
    'of',
    'caseId',
    'version',
    'ruleId',
    'ruleVersion',
    'cycle',
    'fired',
    'modifiedAt',
    'isModified',
    'caseVersion',
    'dueAt',
    'dueSlot',
  ],
  record: { partition: '${caseId}', sort: 'escalation' },
  indexes: { time: duePlace },
})

/** A letter about an escalation, kept for as long as its message can come again. */
export interface Told {
  eventId: string
  userId: string
  /** Goes up with each attempt and when one is done. */
  version: number
  /** Until when whoever claimed the letter may be sending it; absent when it was sent. */
  claimedUntil?: string
  expiresAtS: number
}

export const toldModel = defineItem<Told>({
  name: 'escalation-told',
  attributes: ['eventId', 'userId', 'version', 'claimedUntil', 'expiresAtS'],
  record: { partition: 'told#${eventId}', sort: '${userId}' },
})
