import { ExchangeRates } from '@rapport/core/exchange-rates/service'
import { patchOrganisation } from '@rapport/core/organisation/service'
import { PriceBookEntries } from '@rapport/core/price-book-entries/service'
import type { PriceBook } from '@rapport/core/price-books/schema'
import { PriceBooks } from '@rapport/core/price-books/service'
import { Products } from '@rapport/core/products/service'
import { putExternal } from '@rapport/core/shared/external'
import { CrmError } from '@rapport/kernel/errors'
import type { Body } from '@rapport/kernel/records'
import { fold } from '@rapport/kernel/search'
import { type Ctx, holderOf } from '@rapport/kernel/store'

/** Minor units of US dollars; the second price is for partners, from the quantity on. */
const products = [
  {
    key: 'R-60',
    name: 'Roaster R60',
    family: 'roasters',
    cost: 7_900_000,
    retail: 12_500_000,
    partner: { from: 2, price: 11_200_000 },
  },
  {
    key: 'R-15',
    name: 'Roaster R15',
    family: 'roasters',
    cost: 2_300_000,
    retail: 3_800_000,
    partner: { from: 3, price: 3_350_000 },
  },
  { key: 'G-3', name: 'Grinder G3', family: 'grinders', cost: 310_000, retail: 540_000 },
  { key: 'P-100', name: 'Spare parts, set of 100', family: 'parts', cost: 41_000, retail: 89_000 },
  { key: 'S-INST', name: 'Installation, one day', family: 'services', retail: 120_000 },
  {
    key: 'S-CAL',
    name: 'Calibration of one machine',
    family: 'services',
    retail: 65_000,
    partner: { from: 10, price: 52_000 },
  },
] as const

const rates = [
  ['EUR', '1.0834'],
  ['THB', '0.0278'],
  ['VND', '0.000039'],
  ['JPY', '0.0067'],
] as const

/** What there is to sell, for whom at what price, and what currencies are worth. May be told again: what is there stays. */
export async function tellCatalogue(admin: Ctx, manager: Ctx): Promise<{ partnersId: string }> {
  await patchOrganisation(admin, {
    company: {
      name: 'Rapport Roasting Machines',
      address: { city: 'Singapore', country: 'SG' },
      taxNumber: '201912345K',
    },
    timeZone: 'Asia/Singapore',
    taxCodes: [{ code: 'standard', name: 'GST', components: [{ name: 'GST', percent: '9', isCompound: false }] }],
    quoteLimits: [{ role: 'rep', discountPercentMax: '10', marginPercentMin: '20' }],
  })
  const date = manager.now.toISOString().slice(0, 10)
  for (const [currency, rate] of rates)
    await unlessThere(ExchangeRates.create(manager, { currency, corporateCurrency: 'USD', date, rate, source: 'Demo' }))
  const retail = await book(manager, { name: 'Retail', currency: 'USD', isStandard: true })
  const partners = await book(manager, {
    name: 'Partners',
    currency: 'USD',
    fallback: 'standard',
    adjustmentPercent: '-5',
    familyRules: [{ family: 'parts', adjustmentPercent: '-15' }],
  })
  for (const { key, cost, retail: price, partner, ...fields } of products.map((one) => ({
    cost: undefined,
    partner: undefined,
    ...one,
  }))) {
    const { record } = await putExternal(manager, Products, 'demo', key, {
      ...fields,
      sku: key,
      type: fields.family === 'services' ? 'service' : 'good',
      unit: 'piece',
      taxCode: 'standard',
      ...(cost === undefined ? {} : { cost: { amount: cost, currency: 'USD' } }),
    })
    const entry = (priceBookId: string, minQuantity: number, amount: number): Promise<unknown> => {
      const unitPrice = { amount, currency: 'USD' }
      const body = { priceBookId, productId: record.id, minQuantity: String(minQuantity), unitPrice }
      return unlessThere(PriceBookEntries.create(manager, body))
    }
    await entry(retail.id, 0, price)
    if (partner) await entry(partners.id, partner.from, partner.price)
  }
  return { partnersId: partners.id }
}

async function book(ctx: Ctx, body: Body & { name: string }): Promise<PriceBook> {
  const known = await holderOf(ctx, { scope: 'priceBook.name', value: fold(body.name) })
  return known ? PriceBooks.get(ctx, known) : PriceBooks.create(ctx, body)
}

/** A seed that was stopped half-way is told again from the beginning. */
const unlessThere = (made: Promise<unknown>): Promise<unknown> =>
  made.catch((error) => (error instanceof CrmError && error.kind === 'conflict' ? undefined : Promise.reject(error)))
