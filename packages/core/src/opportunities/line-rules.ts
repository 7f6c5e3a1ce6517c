import { type Issue, unprocessable } from '@rapport/kernel/errors'
import { addUp, type Money } from '@rapport/kernel/money'
import { amountOf, discounted, percentOf } from '../discounts/rules.ts'
import type { PriceOrigin } from '../prices/schema.ts'
import type { DealLine, DealLineInput } from './line-schema.ts'

/** A line whose list price is known, by whom ever. */
export type KnownLine = DealLineInput & { listPrice: Money; price?: PriceOrigin | undefined }

/**
 * What each line comes to: rounded once per line, a half away from zero. Throws unprocessable when lines are in different
 * currencies, below 0, have no name, or are discounted by more than they come to.
 */
export function pricedLines(inputs: readonly KnownLine[], names: ReadonlyMap<string, string>): DealLine[] {
  const currency = inputs[0]?.listPrice.currency ?? ''
  refuse(inputs.flatMap((input, at) => issuesOf(input, at, currency, names)))
  return inputs.map((input, at) => {
    const { gross, net } = discounted(input, `/lines/${at}/discount`)
    const name = input.name ?? names.get(input.productId ?? '') ?? ''
    const { price, ...rest } = input
    return {
      ...rest,
      ...(price ? { price } : {}),
      name,
      ...(input.discount ? { discountPercent: percentOf(addUp([gross, -net]), gross) } : {}),
      gross: { amount: gross, currency },
      net: { amount: net, currency },
    }
  })
}

/** What the lines come to together; nothing when there are none. */
export function totalOf(lines: readonly DealLine[]): Money | undefined {
  const [first] = lines
  return first && { amount: addUp(lines.map(({ net }) => net.amount)), currency: first.net.currency }
}

function issuesOf(input: KnownLine, at: number, currency: string, names: ReadonlyMap<string, string>): Issue[] {
  const issue = (field: string, code: string, message: string): Issue => ({
    pointer: `/lines/${at}/${field}`,
    code,
    message,
  })
  const price = (field: string, money: Money | undefined): Issue[] => [
    ...(money && money.currency !== currency ? [issue(field, 'money.other_currency', `must be in ${currency}`)] : []),
    ...(money && money.amount < 0 ? [issue(field, 'money.negative', 'must not be below 0')] : []),
  ]
  const hasName = input.name !== undefined || names.has(input.productId ?? '')
  return [
    ...price('listPrice', input.listPrice),
    ...price('discount', amountOf(input.discount)),
    ...(hasName ? [] : [issue('name', 'line.no_name', 'must be said where there is no product')]),
  ]
}

function refuse(issues: readonly Issue[]): void {
  const [first] = issues
  if (first) throw unprocessable(first.code, `A line cannot be priced: ${first.pointer} ${first.message}.`, issues)
}
