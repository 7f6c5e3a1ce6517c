import type { Route } from '@rapport/lambda/route'
import { allRoutes } from './slices.ts'

/** Every operation of the API. Gateway, API document, rights and contract tests are made from this table. */
export const routes: readonly Route[] = await allRoutes()
