/**
 * The one table and the port through which it is reached. The kernel knows no AWS client; `packages/lambda` implements the
 * port over DynamoDB's client, and that is the only door.
 */

/** Overloaded indexes. Every one is sparse: an item appears only where it has the index's keys. */
export const tableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Seconds since 1970; DynamoDB deletes late, so code checks the instant too. */
  timeToLive: 'expiresAtS',
  indexes: [
    { name: 'owner', partitionKey: 'ownerPk', sortKey: 'ownerSk', projection: 'ALL' },
    { name: 'team', partitionKey: 'teamPk', sortKey: 'teamSk', projection: 'ALL' },
    { name: 'everyone', partitionKey: 'everyonePk', sortKey: 'everyoneSk', projection: 'ALL' },
    { name: 'all', partitionKey: 'allPk', sortKey: 'allSk', projection: 'ALL' },
    { name: 'parent', partitionKey: 'parentPk', sortKey: 'parentSk', projection: 'ALL' },
    { name: 'time', partitionKey: 'timePk', sortKey: 'timeSk', projection: 'KEYS_ONLY' },
  ],
} as const

export type IndexName = (typeof tableDefinition.indexes)[number]['name']

export type Item = Record<string, unknown>
export type Key = { pk: string; sk: string }

/** A key condition as ElectroDB writes it; the port adds the table's name. */
export interface QueryParams {
  IndexName?: string
  KeyConditionExpression: string
  ExpressionAttributeNames: Record<string, string>
  ExpressionAttributeValues: Record<string, unknown>
  ScanIndexForward?: boolean
  Limit?: number
  ConsistentRead?: boolean
}

/** What a condition says about the item that is there now. */
export type Condition =
  | { absent: true }
  | { present: true }
  | { equals: Readonly<Record<string, string | number | boolean>> }
  /** Absent, or the attribute has this value: a claim that its own holder may repeat. */
  | { absentOrEquals: Readonly<Record<string, string | number>> }
  /** Absent, or the number stored is lower: a projection that never goes back. */
  | { absentOrBelow: { attribute: string; value: number } }

export type TableWrite =
  | { put: Item; condition?: Condition }
  | { delete: Key; condition?: Condition }
  | { check: Key; condition: Condition }
  /** Adds to numbers of an item, which begins at 0 with the attributes of `item` when it is not there. */
  | { add: Item; by: Readonly<Record<string, number>>; condition?: Condition }

/** Why a transaction was cancelled, one entry per write, in order; undefined where that write was not at fault. */
export type Refusal = 'condition' | 'contention' | undefined

export class TransactionRefused extends Error {
  override readonly name = 'TransactionRefused'
  readonly refusals: readonly Refusal[]

  constructor(refusals: readonly Refusal[]) {
    super(`Transaction refused: ${refusals.map((refusal) => refusal ?? '-').join(',')}`)
    this.refusals = refusals
  }
}

/** Writes per transaction. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
export const TRANSACTION_WRITES_MAX = 100

/** Keys per BatchGetItem. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
export const BATCH_KEYS_MAX = 100

export interface Table {
  get(key: Key): Promise<Item | undefined>
  /** At most 100 keys; consistent; absent ones are left out; the order is not kept. */
  batchGet(keys: readonly Key[]): Promise<Item[]>
  /** One page. `more` tells that the range goes on behind the last item. */
  query(query: QueryParams): Promise<{ items: Item[]; more: boolean }>
  /**
   * All or nothing, at most 100 writes. The token makes a repetition within ten minutes harmless. Throws TransactionRefused
   * when a condition does not hold or another transaction holds an item.
   */
  transact(writes: readonly TableWrite[], token: string): Promise<void>
}
