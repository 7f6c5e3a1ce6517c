import {
  type AttributeValue,
  BatchGetItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  GetItemCommand,
  QueryCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
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
  let made: DynamoDBClient | undefined
  const client = (): DynamoDBClient => {
    made ??= createClient(options)
    return made
  }
  const common = { ...(options.onCapacity && { ReturnConsumedCapacity: 'INDEXES' as const }) }
  const named = { TableName: options.tableName, ...common }

  const get = async (key: Key): Promise<Item | undefined> => {
    const { Item } = await client()
      .send(new GetItemCommand({ ...named, Key: stored(key), ConsistentRead: true }))
      .catch(rethrow)
    return Item && unmarshall(Item)
  }

  return {
    get,

    async batchGet(keys) {
      const [only, ...others] = keys
      // Costs the same and takes less work.
      if (only && others.length === 0) return [await get(only)].filter((item) => item !== undefined)
      const items: Item[] = []
      let wanted = keys.map(stored)
      for (let attempt = 0; wanted.length > 0; attempt++) {
        if (attempt >= UNPROCESSED_ATTEMPTS_MAX) throw busy()
        if (attempt > 0) await pause(Math.random() * UNPROCESSED_PAUSE_MS * 2 ** attempt)
        const request = { [options.tableName]: { Keys: wanted, ConsistentRead: true } }
        const page = await client()
          .send(new BatchGetItemCommand({ ...common, RequestItems: request }))
          .catch(rethrow)
        for (const item of page.Responses?.[options.tableName] ?? []) items.push(unmarshall(item))
        wanted = page.UnprocessedKeys?.[options.tableName]?.Keys ?? []
      }
      return items
    },

    async query(query) {
      const page = await client()
        .send(new QueryCommand({ ...withStored(query), ...named }))
        .catch(rethrow)
      const items = (page.Items ?? []).map((item) => unmarshall(item))
      return { items, more: page.LastEvaluatedKey !== undefined }
    },

    async transact(writes, token) {
      const TransactItems = writes.map((write) => transactItem(write, options.tableName))
      await client()
        .send(new TransactWriteItemsCommand({ ...common, ClientRequestToken: token, TransactItems }))
        .catch((error: unknown) => {
          const refusals = refusalsOf(error)
          if (refusals) throw new TransactionRefused(refusals)
          return rethrow(error)
        })
    },

    destroy: () => made?.destroy(),
  }
}

function createClient({ endpoint, region, credentials, onCapacity, configure }: DynamoTableOptions): DynamoDBClient {
  const client = new DynamoDBClient({
    ...(endpoint && { endpoint }),
    ...(region && { region }),
    ...(credentials && { credentials }),
    maxAttempts: ATTEMPTS_MAX,
    // Puts the middleware of a command together once, not for each call.
    cacheMiddleware: true,
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
  return client
}

function transactItem(write: TableWrite, TableName: string): TransactWriteItem {
  if ('check' in write)
    return { ConditionCheck: { TableName, Key: stored(write.check), ...withStored(compile(write.condition)) } }
  const condition = write.condition && compile(write.condition)
  if ('add' in write) {
    const { Key: key, ...update } = addition(write.add, write.by, condition)
    return { Update: { TableName, Key: stored(key), ...withStored(update) } }
  }
  const conditioned = { TableName, ...(condition && withStored(condition)) }
  if ('put' in write) return { Put: { Item: stored(write.put), ...conditioned } }
  return { Delete: { Key: stored(write.delete), ...conditioned } }
}

/** An item or a key in DynamoDB's own types; what is undefined is left out. */
const stored = (item: Item | Key): Record<string, AttributeValue> => marshall(item, { removeUndefinedValues: true })

/** An expression whose values are in DynamoDB's own types. */
function withStored<E extends { ExpressionAttributeValues?: Record<string, unknown> }>(expression: E) {
  const { ExpressionAttributeValues: values, ...rest } = expression
  return { ...rest, ...(values && { ExpressionAttributeValues: stored(values) }) }
}

function rethrow(error: unknown): never {
  if (isPassing(error)) throw busy()
  throw error
}

const busy = (): CrmError =>
  new CrmError('unavailable', 'table.busy', 'The database is busy or does not answer. Try again.')

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
