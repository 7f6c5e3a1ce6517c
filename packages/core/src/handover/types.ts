import { idBounds } from '@rapport/kernel/ids'
import { boundsBehind } from '@rapport/kernel/page'
import { type Effects, planNext } from '@rapport/kernel/record-plan'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Change, Ctx } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'
import { accountType } from '../accounts/model.ts'
import { contactType } from '../contacts/model.ts'
import type { HandoverKind } from './schema.ts'

/** A kind of record that changes hands. */
export interface HandoverType {
  /** The ids of a page of a person's live records behind an id, in order; undefined when there are no more. */
  ownedBy(ctx: Ctx, ownerId: string, behind: string | undefined): Promise<string[] | undefined>
  /** Gives a record, as read, to somebody else. Owner apart it stays as it is, its team too. */
  planMove(ctx: Ctx, item: Item, ownerId: string): Promise<Change<RecordBase>>
}

/** Every kind that is handed over. A new kind is one line here, besides its name in `handoverKinds`. */
export const handoverTypes: Record<HandoverKind, HandoverType> = {
  account: movable(accountType),
  contact: movable(contactType),
}

/** Entries of an owner's list read at once. */
const PAGE = 100

function movable<T extends RecordBase>(type: RecordType<T>, effects?: Effects<T>): HandoverType {
  return {
    async ownedBy(ctx, ownerId, behind) {
      const [from, to] = boundsBehind(idBounds(type.kind), behind, false)
      const range = { newestFirst: false, limit: PAGE }
      const { items } = await ctx.db.table.query(
        type.model.range('owner', { state: 'live', ownerId }, { id: from }, { id: to }, range),
      )
      // Pointers to records shared with the owner stand here too; they name what they are `of`.
      return items.length > 0 ? items.map(({ id, of }) => String(id ?? of)) : undefined
    },
    planMove(ctx, item, ownerId) {
      const before = fromItem(type, item)
      return planNext(ctx, type, before, { ...before, ownerId }, effects)
    },
  }
}
