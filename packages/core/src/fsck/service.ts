import type { RecordType } from '@rapport/kernel/record-type'
import type { Item } from '@rapport/kernel/table'
import { apiKeyType } from '../api-keys/model.ts'
import { recordTypes } from '../index.ts'
import { checkCases } from './cases.ts'
import { checkDeals } from './deals.ts'
import { checkEvents } from './events.ts'
import { checkExchangeRates } from './exchange-rates.ts'
import { checkExpiry } from './expiry.ts'
import type { Finding } from './finding.ts'
import { checkGuards } from './guards.ts'
import { checkHandovers } from './handovers.ts'
import { checkHistory } from './history.ts'
import { checkLeads } from './leads.ts'
import { checkNotes } from './notes.ts'
import { checkOrders } from './orders.ts'
import { checkPriceBooks } from './price-books.ts'
import { checkPrices } from './prices.ts'
import { checkQuotes } from './quotes.ts'
import { checkReferences } from './references.ts'
import { checkRelations } from './relations.ts'
import { checkRollups } from './rollups.ts'
import { checkSearch } from './search.ts'
import { checkShares } from './shares.ts'
import { takeSnapshot } from './snapshot.ts'

export interface FsckOptions {
  shards: number
  now: Date
  /** How long the projector may be behind before that is a finding. */
  lagMs: number
}

export interface Report {
  itemCount: number
  recordCount: number
  eventCount: number
  findings: Finding[]
}

/** Every kind of record there is, keys for programs included. */
export const checkedTypes = [
  ...new Map([...recordTypes, apiKeyType as unknown as RecordType].map((type) => [type.kind, type])).values(),
]

/**
 * Checks a whole table against itself: what must follow from what, in both directions. Takes every item, in any order, because
 * a row that belongs to nothing is found in no other way; where the items come from is the caller's affair. They must be of one
 * instant (an export, or a table nobody writes to), or changes in between show as findings.
 */
export async function fsck(items: AsyncIterable<Item>, { shards, now, lagMs }: FsckOptions): Promise<Report> {
  const snapshot = await takeSnapshot(items, checkedTypes, shards)
  return {
    itemCount: snapshot.itemCount,
    recordCount: snapshot.records.size,
    eventCount: snapshot.rows.event.length,
    findings: [
      ...snapshot.findings,
      ...checkGuards(snapshot),
      ...checkShares(snapshot, now),
      ...checkSearch(snapshot, now, lagMs),
      ...checkRollups(snapshot, now, lagMs, shards),
      ...checkRelations(snapshot, now),
      ...checkNotes(snapshot),
      ...checkReferences(snapshot),
      ...checkEvents(snapshot, shards),
      ...checkHistory(snapshot),
      ...checkHandovers(snapshot),
      ...checkLeads(snapshot),
      ...checkCases(snapshot),
      ...checkDeals(snapshot),
      ...checkQuotes(snapshot),
      ...checkOrders(snapshot),
      ...checkExchangeRates(snapshot),
      ...checkPrices(snapshot),
      ...checkPriceBooks(snapshot),
      ...checkExpiry(snapshot),
    ],
  }
}
