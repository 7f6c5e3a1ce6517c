import { AssignmentRules } from '@rapport/core/assignment-rules/service'
import { recordRoutes } from './record-routes.ts'

export const assignmentRules = recordRoutes(AssignmentRules, { without: ['share', 'batch'] })
