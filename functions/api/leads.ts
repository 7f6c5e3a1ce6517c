import { Leads } from '@rapport/core/leads/service'
import { externalRoutes } from './external-routes.ts'
import { recordRoutes } from './record-routes.ts'

export const leads = [...recordRoutes(Leads), ...externalRoutes(Leads)]
