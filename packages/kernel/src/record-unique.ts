import { type CrmError, conflict } from './errors.ts'
import { visibleItems } from './record-read.ts'
import type { RecordType } from './record-type.ts'
import type { RecordBase } from './schema.ts'
import { type Ctx, claim, holderOf, release, type Write } from './store.ts'

/** Claims the unique values a record gains and frees those it loses; a deleted record has none. */
export function guardWrites<T extends RecordBase>(type: RecordType<T>, before: T | undefined, next: T): Write[] {
  const had = new Map(
    before && !before.deletedAt ? type.unique?.(before).map((value) => [`${value.scope} ${value.value}`, value]) : [],
  )
  const has = new Map(
    next.deletedAt ? [] : type.unique?.(next).map((value) => [`${value.scope} ${value.value}`, value]),
  )
  return [
    ...[...had].filter(([name]) => !has.has(name)).map(([, value]) => release(value, next.id)),
    ...[...has]
      .filter(([name]) => !had.has(name))
      .map(([, value]) => claim(value, next.id, () => new ValueTaken(value.scope, value.value))),
  ]
}

/** A unique value belongs to another record; `nameHolder` turns it into the conflict a caller is shown. */
export class ValueTaken extends Error {
  override readonly name = 'ValueTaken'
  readonly scope: string
  readonly value: string

  constructor(scope: string, value: string) {
    super(`${scope} is taken`)
    this.scope = scope
    this.value = value
  }
}

/** The conflict for a taken value. It names the record that has it only to those who may see that record. */
export async function nameHolder(ctx: Ctx, { scope, value }: ValueTaken): Promise<CrmError> {
  const holder = await holderOf(ctx, { scope, value })
  const visible = holder ? await visibleItems(ctx, [holder]) : new Map()
  const noun = scope.split('.')[1] ?? scope
  return conflict(
    `${scope}_taken`,
    `Another ${scope.split('.')[0]} already has this ${noun}.`,
    visible.size > 0 ? { conflictingId: holder } : {},
  )
}
