import type { CasePriority, CaseStatus, CaseType } from '../case-terms/schema.ts'
import type { Clock } from '../clocks/schema.ts'
import type { ClockName } from '../sla-clocks/schema.ts'

/** What of a case decides when it escalates. */
export interface EscalationFacts {
  id: string
  version: number
  status: CaseStatus
  priority: CasePriority
  type: CaseType
  origin: string
  tags?: readonly string[] | undefined
  accountId?: string | undefined
  createdAt: string
  updatedAt: string
  updatedBy: string
  deletedAt?: string | undefined
  mergedIntoId?: string | undefined
  reopenedAt?: string | undefined
  reopenedCount: number
  lastCustomerReplyAt?: string | undefined
  lastReplyAt?: string | undefined
  clocks?: { [Name in ClockName]?: Clock | undefined } | undefined
}

/** What is known of a case's escalation, beside the case and under a version of its own. */
export interface Escalation {
  caseId: string
  version: number
  /** The rule that counts; absent when none matches. */
  ruleId?: string
  ruleVersion?: number
  /** 1, and one more for each time the case was reopened. */
  cycle: number
  /** Steps taken in this cycle, as `<rule>#<step>`: whatever happens to rules meanwhile, none is taken twice. */
  fired: string[]
  /** When somebody last changed the case, what the CRM itself did left out. */
  modifiedAt: string
  /** Whether somebody has changed it since it was written down or reopened. */
  isModified: boolean
  /** Version of the case that this follows from. */
  caseVersion: number
  /** When a step falls due; absent when none will, and the case stands in no index of due work. */
  dueAt?: string
  dueSlot?: string
}
