import type { Condition } from '@rapport/kernel/table'
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
