import { line, recordSchema, text } from '@rapport/kernel/schema'
import type * as z from 'zod'

export const teamFields = { name: line(100), description: text(2000).optional() }

export const Team = recordSchema('team', 'Team', teamFields)
export type Team = z.infer<typeof Team>
