import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import { CrmError } from '@rapport/kernel/errors'
import type { Item, Key, Table, TableWrite } from '@rapport/kernel/table'
import { TransactionRefused } from '@rapport/kernel/table'
import { type Capacity, meter } from './table-capacity.ts'
import { addition, compile } from './table-condition.ts'
import { isPassing, refusalsOf } from './table-refusal.ts'

export type { Capacity } from './table-capacity.ts'

export interface DynamoTableOptions {
  tableName: string
  endpoint?: string | undefined
  region?: string | undefined
  credentials?: DynamoDBClientConfig['credentials']
  /** Told what each physical request consumed, retries included. Costs a larger reply, so only tests and benches ask. */
  onCapacity?: ((capacity: Capacity) => void) | undefined
  /** Runs once on the new client, e.g. to add middleware inside its retry loop. */
  configure?: ((client: DynamoDBClient) => void) | undefined
}

/** A request that takes longer is lost: DynamoDB answers in milliseconds, and an API call has seconds in all. */
const CONNECTION_TIMEOUT_MS = 1_000
const REQUEST_TIMEOUT_MS = 3_000
const ATTEMPTS_MAX = 4

const UNPROCESSED_ATTEMPTS_MAX = 8
const UNPROCESSED_PAUSE_MS = 20

/** The table over DynamoDB. The client is made on first use. */
export function dynamoTable(options: DynamoTableOptions): Table & { destroy(): void } {
  let made: DynamoDBDocumentClient | undefined
  const client = (): DynamoDBDocumentClient => {
    made ??= createClient(options)
    return made
  }
  const common = { ...(options.onCapacity && { ReturnConsumedCapacity: 'INDEXES' as const }) }
  const named = { TableName: options.tableName, ...common }

  return {
    async get(key) {
      const { Item } = await client()
        .send(new GetCommand({ ...named, Key: key, ConsistentRead: true }))
        .catch(rethrow)
      return Item
    },

    async batchGet(keys) {
      const items: Item[] = []
      let wanted: readonly Key[] = keys
      for (let attempt = 0; wanted.length > 0; attempt++) {
        if (attempt >= UNPROCESSED_ATTEMPTS_MAX) throw busy()
        if (attempt > 0) await pause(Math.random() * UNPROCESSED_PAUSE_MS * 2 ** attempt)
        const request = { [options.tableName]: { Keys: [...wanted], ConsistentRead: true } }
        const page = await client()
          .send(new BatchGetCommand({ ...common, RequestItems: request }))
          .catch(rethrow)
        items.push(...(page.Responses?.[options.tableName] ?? []))
        // The reply repeats our own keys, so they have the shape we sent.
        wanted = (page.UnprocessedKeys?.[options.tableName]?.Keys ?? []) as unknown as Key[]
      }
      return items
    },

    async query(query) {
      const page = await client()
        .send(new QueryCommand({ ...query, ...named }))
        .catch(rethrow)
      return { items: page.Items ?? [], more: page.LastEvaluatedKey !== undefined }
    },

    async transact(writes, token) {
      const TransactItems = writes.map((write) => transactItem(write, options.tableName))
      await client()
        .send(new TransactWriteCommand({ ...common, ClientRequestToken: token, TransactItems }))
        .catch((error: unknown) => {
          const refusals = refusalsOf(error)
          if (refusals) throw new TransactionRefused(refusals)
          return rethrow(error)
        })
    },

    destroy: () => made?.destroy(),
  }
}

function createClient({
  endpoint,
  region,
  credentials,
  onCapacity,
  configure,
}: DynamoTableOptions): DynamoDBDocumentClient {
  const client = new DynamoDBClient({
    ...(endpoint && { endpoint }),
    ...(region && { region }),
    ...(credentials && { credentials }),
    maxAttempts: ATTEMPTS_MAX,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      // Without it the SDK only warns.
      throwOnRequestTimeout: true,
    },
  })
  // It copies every request and reply for a log that nobody reads.
  client.middlewareStack.remove('loggerMiddleware')
  if (onCapacity) meter(client, onCapacity)
  configure?.(client)
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}

function transactItem(write: TableWrite, TableName: string) {
  const condition = write.condition && compile(write.condition)
  if ('put' in write) return { Put: { TableName, Item: write.put, ...condition } }
  if ('delete' in write) return { Delete: { TableName, Key: write.delete, ...condition } }
  if ('add' in write) return { Update: { TableName, ...addition(write.add, write.by, condition) } }
  return { ConditionCheck: { TableName, Key: write.check, ...compile(write.condition) } }
}

function rethrow(error: unknown): never {
  if (isPassing(error)) throw busy()
  throw error
}

const busy = (): CrmError =>
  new CrmError('unavailable', 'table.busy', 'The database is busy or does not answer. Try again.')

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
