import { recordType } from '@rapport/kernel/record-type'
import { slug } from '@rapport/kernel/schema'
import { fold } from '@rapport/kernel/search'
import { externalIdGuards, externalIdValues } from '../shared/rules.ts'
import { tag } from '../shared/schema.ts'
import { Product, productFields } from './schema.ts'

/** The catalogue belongs to nobody in particular: everybody who may read products reads all of them, in one list. */
export const productType = recordType<Product>({
  kind: 'product',
  plural: 'products',
  name: 'Product',
  schema: Product,
  fields: productFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
  unique: (product) => [
    ...(product.sku ? [{ scope: 'product.sku', value: skuOf(product.sku) }] : []),
    ...externalIdGuards('product', product.externalIds),
  ],
  search: (product) => ({
    words: [product.name],
    values: [product.sku, ...externalIdValues(product.externalIds)],
  }),
  filters: { tag, family: slug(60) },
  facets: (product) => [
    ...(product.family ? [{ field: 'family', value: product.family }] : []),
    ...(product.tags ?? []).map((value) => ({ field: 'tag', value })),
  ],
  fieldGroups: { finance: ['cost'] },
})

/** `ab 12-c` and `AB12-C` are the same: spaces and case are typing, dashes may tell variants apart. */
const skuOf = (sku: string): string => fold(sku).replaceAll(/\s/g, '')
