import { compare, exact, ZERO } from '@rapport/kernel/decimal'
import { type Issue, unprocessable } from '@rapport/kernel/errors'
import type { Money } from '@rapport/kernel/money'
import { amountOf } from '../discounts/rules.ts'
import type { PricedLine, Terms } from './rules.ts'

/** What keeps lines and terms from being computed, before anything is. */
export const issuesIn = (lines: readonly PricedLine[], terms: Terms): Issue[] => [
  ...lines.flatMap((line, at) => lineIssues(line, `/lines/${at}`, terms)),
  ...termIssues(terms),
]

function lineIssues(line: PricedLine, pointer: string, { currency }: Terms): Issue[] {
  const { quantity, listPrice, discount, unitCost, isCredit = false } = line
  const side = compare(exact(quantity), ZERO)
  return [
    ...(side < 0 && !isCredit
      ? [issue(`${pointer}/quantity`, 'quantity.negative', 'is below 0 on credit lines only')]
      : []),
    ...(side > 0 && isCredit
      ? [issue(`${pointer}/quantity`, 'quantity.positive', 'is not above 0 on a credit line')]
      : []),
    ...amountIssues(listPrice, `${pointer}/listPrice`, currency),
    ...amountIssues(amountOf(discount), `${pointer}/discount`, currency),
    ...amountIssues(unitCost, `${pointer}/unitCost`, unitCost?.currency),
  ]
}

function termIssues({ currency, headerDiscount, shipping, adjustment }: Terms): Issue[] {
  return [
    ...amountIssues(amountOf(headerDiscount), '/headerDiscount', currency),
    ...amountIssues(shipping, '/shipping', currency),
    ...(adjustment === undefined || adjustment.currency === currency ? [] : [otherCurrency('/adjustment', currency)]),
  ]
}

function amountIssues(money: Money | undefined, pointer: string, currency: string | undefined): Issue[] {
  if (money === undefined) return []
  if (money.currency !== currency) return [otherCurrency(pointer, currency)]
  return money.amount < 0 ? [issue(pointer, 'money.negative', 'must not be below 0')] : []
}

const otherCurrency = (pointer: string, currency = ''): Issue =>
  issue(pointer, 'money.other_currency', `must be in ${currency}`)

export const issue = (pointer: string, code: string, message: string): Issue => ({ pointer, code, message })

export function refuse(issues: readonly Issue[]): void {
  const [first] = issues
  if (first) throw unprocessable(first.code, `A price cannot be computed: ${first.pointer} ${first.message}.`, issues)
}
