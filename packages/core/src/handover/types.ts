import { idBounds } from '@rapport/kernel/ids'
import { boundsBehind } from '@rapport/kernel/page'
import type { Principal } from '@rapport/kernel/policy'
import { fromItem, present, type RecordType } from '@rapport/kernel/record-type'
import { type Records, records } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Change, Ctx } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'
import type * as z from 'zod'
import { accountType } from '../accounts/model.ts'
import { hasEnded } from '../cases/rules.ts'
import { Cases } from '../cases/service.ts'
import { contactType } from '../contacts/model.ts'
import { leadType } from '../leads/model.ts'
import { isOpen as isOpenLead } from '../leads/rules.ts'
import { Opportunities } from '../opportunities/service.ts'
import { Orders } from '../orders/service.ts'
import { isOpen as isOpenQuote } from '../quotes/lifecycle-rules.ts'
import { Quotes } from '../quotes/service.ts'
import { taskType } from '../tasks/model.ts'
import { isOpen as isOpenTask } from '../tasks/rules.ts'
import type { HandoverKind } from './schema.ts'

/** A kind of record that changes hands. */
export interface HandoverType {
  schema: z.ZodObject
  /** A person's live records, in order. May name one that has left meanwhile: the index follows the table. */
  ownedBy(ctx: Ctx, ownerId: string): AsyncIterable<string>
  /** Whether a record is work that changes hands: what is over stays with who did it. */
  isWork(item: Item): boolean
  /** Gives a record, as read, to somebody else. Everything but its owner stays as it is, its team too. */
  planMove(ctx: Ctx, item: Item, ownerId: string): Promise<Change<RecordBase>>
  seenBy(principal: Principal, item: Item): RecordBase
}

/** Every kind that is handed over. A new kind is one line here, besides its name in `handoverKinds`. */
export const handoverTypes: Record<HandoverKind, HandoverType> = {
  account: movable(records(accountType)),
  contact: movable(records(contactType)),
  lead: movable(records(leadType), isOpenLead),
  task: movable(records(taskType), isOpenTask),
  opportunity: movable(Opportunities, ({ status }) => status === 'open'),
  case: movable(Cases, (record) => !hasEnded(record)),
  quote: movable(Quotes, isOpenQuote),
  order: movable(Orders, ({ status }) => status === 'placed'),
}

/** Entries of an owner's list read at once. */
const PAGE = 100

/**
 * By the slice's own plans, where something stands beside the record that goes with its owner. Everything of a kind is work, unless
 * it says what of it is done.
 */
function movable<T extends RecordBase>(
  { type, plans }: Pick<Records<T>, 'type' | 'plans'>,
  isWork: (record: T) => boolean = () => true,
): HandoverType {
  return {
    schema: type.schema,
    ownedBy: (ctx, ownerId) => ownedBy(ctx, type, ownerId, isWork),
    isWork: (item) => isWork(fromItem(type, item)),
    planMove(ctx, item, ownerId) {
      const before = fromItem(type, item)
      return plans.next(ctx, before, { ...before, ownerId })
    },
    seenBy: (principal, item) => present(type, principal, fromItem(type, item)),
  }
}

async function* ownedBy<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  ownerId: string,
  isWork: (record: T) => boolean,
): AsyncGenerator<string> {
  for (let last: string | undefined, more = true; more; ) {
    const [from, to] = boundsBehind(idBounds(type.kind), last, false)
    const range = { newestFirst: false, limit: PAGE }
    const page = await ctx.db.table.query(
      type.model.range('owner', { state: 'live', ownerId }, { id: from }, { id: to }, range),
    )
    // Pointers to records shared with the owner stand here too: they have no id but say what they are `of`.
    const own = page.items.filter((item) => typeof item.id === 'string')
    for (const record of own.map((item) => fromItem(type, item))) if (isWork(record)) yield record.id
    const end = page.items.at(-1)
    last = String(end?.id ?? end?.of)
    more = page.more && end !== undefined
  }
}
