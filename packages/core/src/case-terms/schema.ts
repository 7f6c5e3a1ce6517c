import * as z from 'zod'

/** What is said about a case by more than the case itself: policies choose by it, clocks run by it. */

export const casePriorities = ['low', 'normal', 'high', 'urgent'] as const
export const CasePriority = z.enum(casePriorities)
export type CasePriority = z.infer<typeof CasePriority>

export const caseTypes = ['question', 'incident', 'problem', 'request', 'complaint'] as const
export const CaseType = z.enum(caseTypes)
export type CaseType = z.infer<typeof CaseType>

export const caseStatuses = [
  'new',
  'in_progress',
  'waiting_on_customer',
  'waiting_on_third_party',
  'resolved',
  'closed',
] as const
export const CaseStatus = z.enum(caseStatuses)
export type CaseStatus = z.infer<typeof CaseStatus>
