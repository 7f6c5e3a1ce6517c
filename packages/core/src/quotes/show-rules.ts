import type { QuoteTotals } from './quote-schema.ts'

/** `1,234.50`: a minor amount as people read it, exactly, without a currency. */
export function shownAmount(amount: number, digits: number): string {
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  return `${amount < 0 ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''}`
}

/** What stands under the lines of an offer, in order. What is 0 and need not be said is left out. */
export function totalRows(totals: QuoteTotals): { label: string; amount: number }[] {
  const { subtotal, headerDiscount, includedTax, net, taxes, shipping, shippingTax, adjustment, grandTotal } = totals
  const when = (label: string, amount: number) => (amount === 0 ? [] : [{ label, amount }])
  return [
    { label: 'Subtotal', amount: subtotal },
    ...when('Discount', -headerDiscount),
    ...when('Tax in the prices', -includedTax),
    { label: 'Net', amount: net },
    ...taxes.map(({ name, components, tax }) => ({ label: `${name} ${rateOf(components)}`, amount: tax })),
    ...when('Shipping', shipping),
    ...when('Tax on shipping', shippingTax),
    ...when('Adjustment', adjustment),
    { label: 'Total', amount: grandTotal },
  ]
}

const rateOf = (components: readonly { percent: string }[]): string =>
  components.map(({ percent }) => `${percent}%`).join(' + ')
