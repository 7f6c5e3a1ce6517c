import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** What one physical request consumed. `table` and `indexes` split the units of `rcu` and `wcu` by where they went. */
export interface Capacity {
  operation: string
  requests: 1
  rcu: number
  wcu: number
  table: number
  indexes: Record<string, number>
}

/** Reports every request the client puts on the wire, failed ones (with nothing consumed) included. */
export function meter(client: DynamoDBClient, onCapacity: (capacity: Capacity) => void): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = (context.commandName ?? 'Unknown').replace(/Command$/, '')
      try {
        const reply = await next(args)
        // Every output of this client may carry it: one object for a single-table call, a list for a batch or a transaction.
        const { ConsumedCapacity: consumed } = reply.output as {
          ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[]
        }
        onCapacity(sum(operation, [consumed ?? []].flat()))
        return reply
      } catch (error) {
        onCapacity(sum(operation, []))
        throw error
      }
    },
    // Low priority stands behind the retries, so each attempt passes here.
    { step: 'finalizeRequest', priority: 'low', name: 'capacity' },
  )
}

function sum(operation: string, consumed: readonly ConsumedCapacity[]): Capacity {
  const capacity: Capacity = { operation, requests: 1, rcu: 0, wcu: 0, table: 0, indexes: {} }
  for (const { CapacityUnits = 0, ReadCapacityUnits: read, WriteCapacityUnits: written, Table, ...rest } of consumed) {
    // Only transactions say which kind they consumed; a repeated one that was already done is billed as a read.
    capacity.rcu += read ?? (written === undefined ? CapacityUnits : 0)
    capacity.wcu += written ?? 0
    capacity.table += Table?.CapacityUnits ?? 0
    const { GlobalSecondaryIndexes = {} } = rest
    for (const [name, units] of Object.entries(GlobalSecondaryIndexes)) {
      capacity.indexes[name] = (capacity.indexes[name] ?? 0) + (units.CapacityUnits ?? 0)
    }
  }
  return capacity
}
