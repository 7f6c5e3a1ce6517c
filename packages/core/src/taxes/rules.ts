import {
  apportion,
  canonical,
  type Exact,
  exact,
  ONE,
  over,
  percent,
  plus,
  roundAway,
  sum,
  times,
} from '@rapport/kernel/decimal'
import { toMinor } from '@rapport/kernel/money'
import type { TaxCode, TaxComponent, TaxRounding } from './schema.ts'

/** What amounts with the same tax come to, in minor units. */
export interface Taxed {
  /** Per amount, what the tax is taken on. */
  taxable: bigint[]
  /** Per amount, its part of the tax. */
  tax: bigint[]
  /** Per component of the tax, for all amounts together; they add up to the tax. */
  components: bigint[]
}

/**
 * The tax on these amounts together: each component is rounded once, a half away from zero, and then apportioned to the amounts.
 * With `isIncluded` the amounts hold the tax already: what remains without it is rounded, and the rest is tax, so that both add up
 * to what was given.
 */
export const taxOn = (amounts: readonly bigint[], { components }: TaxCode, isIncluded: boolean): Taxed =>
  isIncluded ? taxWithin(amounts, components) : taxOnTop(amounts, components)

function taxOnTop(amounts: readonly bigint[], components: readonly TaxComponent[]): Taxed {
  let tax = amounts.map(() => 0n)
  const totals = components.map((component) => {
    const wanted = amounts.map((amount, index) => {
      const base = component.isCompound ? amount + (tax[index] ?? 0n) : amount
      return times(exact(base), percent(component.percent))
    })
    const total = roundAway(sum(wanted))
    const parts = apportion(total, wanted)
    tax = tax.map((part, index) => part + (parts[index] ?? 0n))
    return total
  })
  return { taxable: [...amounts], tax, components: totals }
}

function taxWithin(amounts: readonly bigint[], components: readonly TaxComponent[]): Taxed {
  const shares = sharesOf(components)
  const whole = plus(ONE, sum(shares))
  const wanted = amounts.map((amount) => over(exact(amount), whole))
  const taxable = apportion(roundAway(sum(wanted)), wanted)
  const tax = amounts.map((amount, index) => amount - (taxable[index] ?? 0n))
  return { taxable, tax, components: split(addUp(tax), shares) }
}

/** What each component takes of an amount of 1. */
function sharesOf(components: readonly TaxComponent[]): Exact[] {
  let taken = exact(0)
  return components.map((component) => {
    const base = component.isCompound ? plus(ONE, taken) : ONE
    const share = times(base, percent(component.percent))
    taken = plus(taken, share)
    return share
  })
}

function split(total: bigint, shares: readonly Exact[]): bigint[] {
  const all = sum(shares)
  if (all.n === 0n) return shares.map(() => 0n)
  return apportion(
    total,
    shares.map((share) => over(times(exact(total), share), all)),
  )
}

const addUp = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)

/** A line's amount after all discounts, in minor units, with how it is taxed. */
export interface TaxableLine {
  amount: number
  tax?: TaxCode | undefined
}

/** All lines with the same tax, in minor units. */
export interface TaxGroup {
  tax: TaxCode
  taxable: number
  components: number[]
}

/**
 * The tax of each line, and of all lines with the same tax. The groups come in an order that depends on nothing but the taxes. Lines
 * without a tax are in none.
 */
export function taxLines(
  lines: readonly TaxableLine[],
  { taxRounding, pricesIncludeTax }: { taxRounding: TaxRounding; pricesIncludeTax: boolean },
): { lines: { taxable: number; tax: number }[]; groups: TaxGroup[] } {
  const taxed = lines.map(({ amount }) => ({ taxable: amount, tax: 0 }))
  const groups = groupsOf(lines).map(({ tax, of }) => {
    const roundedTogether = taxRounding === 'document' ? [of] : of.map((index) => [index])
    const parts = roundedTogether.map((together) => {
      const amounts = together.map((index) => BigInt(lines[index]?.amount ?? 0))
      const part = taxOn(amounts, tax, pricesIncludeTax)
      for (const [at, index] of together.entries())
        taxed[index] = { taxable: toMinor(part.taxable[at] ?? 0n), tax: toMinor(part.tax[at] ?? 0n) }
      return part
    })
    return {
      tax,
      taxable: toMinor(addUp(parts.flatMap(({ taxable }) => taxable))),
      components: tax.components.map((_, index) =>
        toMinor(addUp(parts.map(({ components }) => components[index] ?? 0n))),
      ),
    }
  })
  return { lines: taxed, groups }
}

/** Positions of the lines by their tax. */
function groupsOf(lines: readonly TaxableLine[]): { tax: TaxCode; of: number[] }[] {
  const groups = new Map<string, { tax: TaxCode; of: number[] }>()
  for (const [index, { tax }] of lines.entries()) {
    if (!tax) continue
    const group = groups.get(identityOf(tax))
    if (group) group.of.push(index)
    else groups.set(identityOf(tax), { tax, of: [index] })
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}

/** What tells a tax from another: the same code with other rates is another tax. */
export const identityOf = ({ code, name, components }: TaxCode): string =>
  JSON.stringify([code, name, components.map((one) => [one.name, canonical(one.percent), one.isCompound])])
