import { visibleItems } from '@rapport/kernel/record-read'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import { ownership, type RecordBase } from '@rapport/kernel/schema'
import { type Ctx, holderOf, type UniqueValue } from '@rapport/kernel/store'
import type * as z from 'zod'
import { recordTypes } from '../index.ts'
import { ID } from '../mappings/rows.ts'

/** Finding records by what is unique to them, in the words of a mapping. */

export const typeOf = (kind: string): RecordType | undefined => recordTypes.find((type) => type.kind === kind)

/** Fields that a file may set: the kind's own, and whose the record is where callers decide that. */
export function fieldsOf(kind: string): z.ZodRawShape {
  const type = typeOf(kind)
  return { ...type?.fields, ...(type?.isAssignable === false ? {} : ownership) }
}

/** What is unique in a record or in the part of one that a row tells: the kind itself says what, and in which form. */
export async function uniqueIn(type: RecordType, part: object): Promise<readonly UniqueValue[]> {
  // A part lacks fields that the whole has; what makes values unique needs no more than those values.
  const whole = part as RecordBase
  return type.unique?.(await derived(type, whole)) ?? []
}

/** With normal forms, unless they follow from fields that are not told: then nothing unique follows from those either. */
async function derived(type: RecordType, part: RecordBase): Promise<RecordBase> {
  try {
    return (await type.derive?.(part)) ?? part
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return part
    throw error
  }
}

/** The one of them that `by` names; undefined when there is none. */
export function namedBy({ kind }: RecordType, by: string, values: readonly UniqueValue[]): UniqueValue | undefined {
  const [field = '', system] = by.split('.')
  const scope = system === undefined ? `${kind}.${field}` : `${kind}.external_id`
  return values.find((value) => value.scope === scope && (system === undefined || isOfSystem(value, system)))
}

/** The unique value that a single text is. */
export const uniqueOf = async (type: RecordType, by: string, text: string): Promise<UniqueValue | undefined> =>
  namedBy(type, by, await uniqueIn(type, partWith(type, by, text)))

function partWith(type: RecordType, by: string, text: string): object {
  const [field = '', system] = by.split('.')
  if (system !== undefined) return { [field]: { [system]: text } }
  // People have several addresses; each of them is theirs alone.
  if (field === 'email' && 'emails' in type.fields) return { emails: [{ value: text }] }
  return { [field]: text }
}

/** The value of a guard of external ids is a pair. */
const isOfSystem = ({ value }: UniqueValue, system: string): boolean =>
  value.startsWith(`${JSON.stringify([system]).slice(0, -1)},`)

/** Whether records of a kind can be found by this: its own rules are asked, with texts such a field takes. */
export async function isUniqueKey(type: RecordType, by: string): Promise<boolean> {
  if (by === ID) return true
  const samples = ['sample', 'sample@example.com', 'sample.example.com']
  const found = await Promise.all(samples.map((sample) => uniqueOf(type, by, sample).catch(() => undefined)))
  return found.some((value) => value !== undefined)
}

/** The live record that a caller sees by a unique value; what is invisible is not there. */
export async function visibleHolder(
  ctx: Ctx,
  type: RecordType,
  value: UniqueValue | { id: string },
): Promise<RecordBase | undefined> {
  const id = 'id' in value ? value.id : await holderOf(ctx, value)
  const item = id === undefined ? undefined : (await visibleItems(ctx, [id])).get(id)
  return item && fromItem(type, item)
}
