import type { Condition, Item, Key } from '@rapport/kernel/table'
import { tableDefinition } from '@rapport/kernel/table'

export interface CompiledCondition {
  ConditionExpression: string
  ExpressionAttributeNames: Record<string, string>
  ExpressionAttributeValues?: Record<string, string | number | boolean>
}

/** A condition as DynamoDB spells it. Names and values only ever travel behind placeholders. */
export function compile(condition: Condition): CompiledCondition {
  if ('absent' in condition) return { ConditionExpression: ABSENT, ExpressionAttributeNames: KEY_NAME }
  if ('present' in condition)
    return { ConditionExpression: 'attribute_exists(#pk)', ExpressionAttributeNames: KEY_NAME }
  if ('equals' in condition) return compare('=', condition.equals)
  if ('absentOrEquals' in condition) return orAbsent(compare('=', condition.absentOrEquals))
  const { attribute, value } = condition.absentOrBelow
  return orAbsent(compare('<', { [attribute]: value }))
}

const ABSENT = 'attribute_not_exists(#pk)'
const KEY_NAME = { '#pk': tableDefinition.partitionKey }

function compare(
  operator: '=' | '<',
  attributes: Readonly<Record<string, string | number | boolean>>,
): CompiledCondition {
  const entries = Object.entries(attributes)
  if (entries.length === 0) throw new Error('A condition compares at least one attribute.')
  return {
    ConditionExpression: entries.map((_, i) => `#c${i} ${operator} :c${i}`).join(' AND '),
    ExpressionAttributeNames: Object.fromEntries(entries.map(([name], i) => [`#c${i}`, name])),
    ExpressionAttributeValues: Object.fromEntries(entries.map(([, value], i) => [`:c${i}`, value])),
  }
}

const orAbsent = (compared: CompiledCondition): CompiledCondition => ({
  ...compared,
  ConditionExpression: `${ABSENT} OR (${compared.ConditionExpression})`,
  ExpressionAttributeNames: { ...KEY_NAME, ...compared.ExpressionAttributeNames },
})

export interface CompiledAddition {
  Key: Key
  UpdateExpression: string
  ConditionExpression?: string
  ExpressionAttributeNames: Record<string, string>
  ExpressionAttributeValues: Record<string, unknown>
}

/** Numbers to add to an item, and what it is called when the addition makes it. */
export function addition(
  { pk, sk, ...rest }: Item,
  by: Readonly<Record<string, number>>,
  condition?: CompiledCondition,
): CompiledAddition {
  const set = Object.entries(rest)
  const add = Object.entries(by)
  const named = set.length > 0 ? `SET ${set.map((_, i) => `#s${i} = :s${i}`).join(', ')} ` : ''
  return {
    Key: { pk: String(pk), sk: String(sk) },
    UpdateExpression: `${named}ADD ${add.map((_, i) => `#a${i} :a${i}`).join(', ')}`,
    ...(condition && { ConditionExpression: condition.ConditionExpression }),
    ExpressionAttributeNames: {
      ...condition?.ExpressionAttributeNames,
      ...Object.fromEntries(set.map(([name], i) => [`#s${i}`, name])),
      ...Object.fromEntries(add.map(([name], i) => [`#a${i}`, name])),
    },
    ExpressionAttributeValues: {
      ...condition?.ExpressionAttributeValues,
      ...Object.fromEntries(set.map(([, value], i) => [`:s${i}`, value])),
      ...Object.fromEntries(add.map(([, value], i) => [`:a${i}`, value])),
    },
  }
}
