import { records } from '@rapport/kernel/records'
import { productType } from './model.ts'
import type { Product } from './schema.ts'

export const Products = records<Product>(productType)
