import type { Item, Table } from '@rapport/kernel/table'
import { type Capacity, dynamoTable } from '@rapport/lambda/table-dynamodb'
import { localAws } from './credentials.ts'
import { type ExpiringTable, expiringTable } from './expiring-table.ts'
import type { Faults } from './faults.ts'
import { streamTable } from './stream-table.ts'

export interface TablesOptions {
  endpoint: string
  tableName: string
  faults: Faults
  onCapacity: ((capacity: Capacity) => void) | undefined
  emit(events: readonly Item[]): void
}

export interface Tables {
  /** For the functions: with the stream behind it, and with faults. */
  table: Table
  /** For what stands in for AWS itself: meets no faults and counts nowhere. */
  behind: Table
  sweep: ExpiringTable['sweep']
  destroy(): void
}

/** The one table in the two ways it is reached locally. */
export function openTables({ endpoint, tableName, faults, onCapacity, emit }: TablesOptions): Tables {
  const front = dynamoTable({ tableName, endpoint, ...localAws, onCapacity, configure: faults.attach })
  const behind = dynamoTable({ tableName, endpoint, ...localAws })
  const expiring = expiringTable(front, behind)
  return {
    table: streamTable(expiring.table, { emit, look: behind }),
    behind,
    sweep: expiring.sweep,
    destroy() {
      front.destroy()
      behind.destroy()
    },
  }
}
