import { compare, exact, ONE, percent, plus, roundAway, times, ZERO } from '@rapport/kernel/decimal'
import { type Money, toMinor } from '@rapport/kernel/money'
import type { Tier } from '../price-book-entries/schema.ts'
import { isValidOn } from '../price-books/rules.ts'
import type { Audience, PriceBook } from '../price-books/schema.ts'
import type { Product } from '../products/schema.ts'
import type { Step } from './schema.ts'

/** Books a deal could use. An explicit one is used or nothing is; an account's is passed over when it is in another currency. */
export interface BookChoice {
  explicit?: PriceBook | undefined
  /** `gone` when the account names a book that is there no more. */
  account?: PriceBook | 'gone' | undefined
  /** In the order they are looked for, with the book for each value, if there is one. */
  audiences?: readonly AudienceChoice[] | undefined
  standard?: PriceBook | undefined
}

/** What an account is, and the book in the currency of the deal that is for such accounts. */
export interface AudienceChoice {
  by: Audience
  value: string
  book?: PriceBook | undefined
}

export interface Question {
  product: Pick<Product, 'family' | 'isActive'>
  quantity: string
  currency: string
  /** The day the price is for. */
  date: string
  books: BookChoice
  /** What each of the books says about the product, by the id of the book. */
  entries: ReadonlyMap<string, readonly Tier[]>
}

/** `unitPrice` is absent when there is no price: then the last step says why. Nothing is ever free because nobody said a price. */
export interface Resolution {
  unitPrice?: Money
  book?: PriceBook
  priceBookEntryId?: string
  resolution: Step[]
}

/**
 * The price of a product: from the book of the deal, by the entry with the largest minimum that is not above the quantity; from the
 * standard book with an adjustment where the entry, or the lack of one, says so. Currencies are never converted.
 */
export function resolvePrice(question: Question): Resolution {
  const { product, books, date } = question
  if (!product.isActive) return { resolution: [{ step: 'product.not_active' }] }
  const { book, path } = chooseBook(books, question.currency)
  if (!book) return { resolution: path }
  const found = (resolution: Resolution): Resolution => ({
    ...resolution,
    ...(resolution.unitPrice ? { book } : {}),
    resolution: [...path, ...resolution.resolution],
  })
  const flaw = flawOf(book, date)
  // A book out of date gives no prices, so it adjusts none either.
  if (flaw) return found(after([{ step: flaw, priceBookId: book.id }], fallBack(question, book, 'plain')))
  const entry = entryOf(book, question)
  if (!entry.tier) return found(after([entry.step], fallBack(question, book, 'adjusted')))
  if (!entry.tier.useStandardPrice) return found(priced(entry.tier, entry.step))
  const step: Step = { ...entry.step, step: 'entry.standard_price' }
  return found(after([step], standardPrice(question, book, 'adjusted')))
}

/** Which book a deal uses, and why. */
export function chooseBook(
  { explicit, account, audiences = [], standard }: BookChoice,
  currency: string,
): { book?: PriceBook; path: Step[] } {
  const said = (step: Step['step'], book: PriceBook): Step => ({ step, priceBookId: book.id })
  if (explicit) {
    const path = [said('book.explicit', explicit)]
    return explicit.currency === currency
      ? { book: explicit, path }
      : { path: [...path, said('book.other_currency', explicit)] }
  }
  const path: Step[] = account === 'gone' ? [{ step: 'book.gone' }] : []
  if (account && account !== 'gone') {
    path.push(said('book.account', account))
    if (account.currency === currency) return { book: account, path }
    path.push(said('book.other_currency', account))
  }
  for (const { by, value, book } of audiences) {
    if (book) return { book, path: [...path, { step: `book.${by}`, priceBookId: book.id, value }] }
    path.push({ step: `${by}.no_book`, value })
  }
  return standard
    ? { book: standard, path: [...path, said('book.standard', standard)] }
    : { path: [...path, { step: 'book.none' }] }
}

type Flaw = 'book.not_active' | 'book.out_of_date'

function flawOf(book: PriceBook, date: string): Flaw | undefined {
  if (!book.isActive) return 'book.not_active'
  return isValidOn(book, date) ? undefined : 'book.out_of_date'
}

/** The standard price, with the adjustment of a book or as it is. */
type Manner = 'adjusted' | 'plain'

function fallBack(question: Question, book: PriceBook, manner: Manner): Resolution {
  if (book.isStandard || book.fallback === 'none')
    return { resolution: [{ step: 'fallback.none', priceBookId: book.id }] }
  return after([{ step: 'fallback.standard', priceBookId: book.id }], standardPrice(question, book, manner))
}

function standardPrice(question: Question, book: PriceBook, manner: Manner): Resolution {
  const { standard } = question.books
  if (!standard) return { resolution: [{ step: 'book.none' }] }
  const flaw = flawOf(standard, question.date)
  if (flaw) return { resolution: [{ step: flaw, priceBookId: standard.id }] }
  const { tier, step } = entryOf(standard, question)
  if (!tier) return { resolution: [step] }
  const found = priced(tier, step)
  return manner === 'plain' || !found.unitPrice ? found : adjusted(found, found.unitPrice, question, book)
}

/** What is said of a family is closer to the product than what is said of the whole book. */
function adjusted(found: Resolution, unitPrice: Money, { product }: Question, book: PriceBook): Resolution {
  const rule = book.familyRules?.find(({ family }) => family === product.family)
  const by = (rule ?? book).adjustmentPercent
  if (compare(exact(by), ZERO) === 0) return found
  const amount = toMinor(roundAway(times(exact(unitPrice.amount), plus(ONE, percent(by)))))
  const price = { amount, currency: unitPrice.currency }
  const step: Step = {
    step: rule ? 'adjusted.family' : 'adjusted.book',
    priceBookId: book.id,
    percent: by,
    unitPrice: price,
  }
  return { ...found, unitPrice: price, resolution: [...found.resolution, step] }
}

/** An entry that names no price of its own gives none. */
const priced = ({ id, unitPrice }: Tier, step: Step): Resolution =>
  unitPrice ? { unitPrice, priceBookEntryId: id, resolution: [step] } : { resolution: [step] }

const after = (steps: readonly Step[], rest: Resolution): Resolution => ({
  ...rest,
  resolution: [...steps, ...rest.resolution],
})

/** The entry for a quantity and a date: of those with the largest minimum the one that holds since the latest, then the newest. */
function entryOf(book: PriceBook, { quantity, date, entries }: Question): { tier?: Tier; step: Step } {
  const tiers = entries.get(book.id) ?? []
  const asked = exact(quantity.replace('-', ''))
  const active = tiers.filter(({ isActive }) => isActive)
  const valid = active.filter((tier) => isValidOn(tier, date))
  const reached = valid.filter(({ minQuantity }) => compare(exact(minQuantity), asked) <= 0)
  const [tier] = reached.sort(
    (a, b) =>
      compare(exact(b.minQuantity), exact(a.minQuantity)) ||
      descending(a.validFrom ?? '', b.validFrom ?? '') ||
      descending(a.id, b.id),
  )
  if (tier) {
    const { id, minQuantity, unitPrice } = tier
    const told = { priceBookId: book.id, priceBookEntryId: id, minQuantity, ...(unitPrice ? { unitPrice } : {}) }
    return { tier, step: { step: 'entry.found', ...told } }
  }
  const passedOver = {
    notActive: tiers.length - active.length,
    outOfDate: active.length - valid.length,
    aboveQuantity: valid.length - reached.length,
  }
  return { step: { step: 'entry.none', priceBookId: book.id, passedOver } }
}

const descending = (a: string, b: string): number => (a > b ? -1 : a < b ? 1 : 0)
