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
