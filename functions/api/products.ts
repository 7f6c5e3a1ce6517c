import { Products } from '@rapport/core/products/service'
import { externalRoutes } from './external-routes.ts'
import { recordRoutes } from './record-routes.ts'

export const products = [...recordRoutes(Products, { without: ['share'] }), ...externalRoutes(Products)]
