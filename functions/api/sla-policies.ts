import { SlaPolicies } from '@rapport/core/sla-policies/service'
import { recordRoutes } from './record-routes.ts'

export const slaPolicies = recordRoutes(SlaPolicies, { without: ['share', 'batch'] })
