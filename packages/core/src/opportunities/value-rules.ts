import { unprocessable } from '@rapport/kernel/errors'
import { allocate, type Money, weighted } from '@rapport/kernel/money'
import type { DealContact, Opportunity, Split } from './schema.ts'
import { WHOLE_BASIS_POINTS } from './schema.ts'

/**
 * What follows from a deal's own fields: expected revenue, the amounts of its splits, its primary contact. Of a deal that is not
 * whole yet, what can be said.
 */
export function valued(deal: Opportunity): Opportunity {
  const { expectedRevenue: _, ...rest } = deal
  const { splits, contactRoles } = deal
  const amount = wholeMoney(deal.amount)
  const probability: number | undefined = deal.probability
  return {
    ...rest,
    ...(amount && probability !== undefined ? { expectedRevenue: expected(amount, probability) } : {}),
    ...(splits ? { splits: completeSplits(splits, amount) } : {}),
    ...(contactRoles ? { contactRoles: withPrimary(contactRoles) } : {}),
  }
}

/** A patch may say a currency only, which the schema refuses afterwards. */
const wholeMoney = (money: Partial<Money> | undefined): Money | undefined =>
  money?.amount === undefined || money.currency === undefined
    ? undefined
    : { amount: money.amount, currency: money.currency }

/** What a deal counts for at a probability in whole percent; rounded once, a half to even. */
export const expected = ({ amount, currency }: Money, probability: number): Money => ({
  amount: weighted(amount, probability * (WHOLE_BASIS_POINTS / 100)),
  currency,
})

/** Splits with their amounts. What rounding left over of the whole deal goes to the last revenue split. */
export function completeSplits(splits: readonly Split[], amount: Money | undefined): Split[] {
  const { last, rest } = leftOver(splits)
  const isRounding = last !== undefined && !isNotWhole(splits)
  const whole = splits.map((split) =>
    isRounding && split === last ? { ...split, basisPoints: split.basisPoints + rest } : split,
  )
  const parts = amountsOf(whole, amount)
  return whole.map(({ amount: _, ...split }, index) => {
    const part = parts[index]
    return amount && part !== undefined ? { ...split, amount: { amount: part, currency: amount.currency } } : split
  })
}

/** Throws unprocessable when revenue splits are further from the whole deal than rounding explains. Overlay splits are free. */
export function refuseSplits(splits: readonly Split[] = []): void {
  if (isNotWhole(splits)) throw notWhole(leftOver(splits).rest)
}

function isNotWhole(splits: readonly Split[]): boolean {
  const { revenue, last, rest } = leftOver(splits)
  return last !== undefined && (Math.abs(rest) >= revenue.length || last.basisPoints + rest < 0)
}

function leftOver(splits: readonly Split[]) {
  const revenue = splits.filter(({ type }) => type === 'revenue')
  const rest = WHOLE_BASIS_POINTS - revenue.reduce((sum, { basisPoints }) => sum + basisPoints, 0)
  return { revenue, last: revenue.at(-1), rest }
}

/** Amounts of revenue splits add up to the deal's; an overlay split is rounded by itself. */
function amountsOf(splits: readonly Split[], amount: Money | undefined): (number | undefined)[] {
  if (!amount) return []
  const revenue = splits.filter(({ type }) => type === 'revenue')
  const shares =
    revenue.length > 0
      ? allocate(
          amount.amount,
          revenue.map(({ basisPoints }) => basisPoints),
        )
      : []
  return splits.map((split) =>
    split.type === 'revenue' ? shares[revenue.indexOf(split)] : weighted(amount.amount, split.basisPoints),
  )
}

/** The first one is primary when none was said to be. */
const withPrimary = (contacts: readonly DealContact[]): DealContact[] =>
  contacts.some(({ isPrimary }) => isPrimary)
    ? [...contacts]
    : contacts.map((contact, index) => ({ ...contact, isPrimary: index === 0 }))

const notWhole = (rest: number) =>
  unprocessable('splits.not_whole', 'Revenue splits must be the whole deal together.', [
    {
      pointer: '/splits',
      code: 'splits.not_whole',
      message: `must add up to ${WHOLE_BASIS_POINTS} basis points; ${Math.abs(rest)} ${rest > 0 ? 'are missing' : 'are too much'}`,
    },
  ])
