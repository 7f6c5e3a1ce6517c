import type { RecordType } from '@rapport/kernel/record-type'
import { accountType } from './accounts/model.ts'
import { assignmentRuleType } from './assignment-rules/model.ts'
import { calendarType } from './calendars/model.ts'
import { captureFormType } from './capture-forms/model.ts'
import { captureFailureType } from './captures/model.ts'
import { caseCommentType } from './case-comments/model.ts'
import { caseFileType } from './case-files/model.ts'
import { caseType } from './cases/model.ts'
import { contactType } from './contacts/model.ts'
import { escalationRuleType } from './escalation-rules/model.ts'
import { exchangeRateType } from './exchange-rates/model.ts'
import { exportType } from './exports/model.ts'
import { handoverType } from './handover/model.ts'
import { importPresetType, importType } from './imports/model.ts'
import { inboundMailType } from './inbound-mail/model.ts'
import { interactionType } from './interactions/model.ts'
import { leadType } from './leads/model.ts'
import { noteType } from './notes/model.ts'
import { opportunityType } from './opportunities/model.ts'
import { orderType } from './orders/model.ts'
import { organisationType } from './organisation/model.ts'
import { pipelineType } from './pipelines/model.ts'
import { priceBookEntryType } from './price-book-entries/model.ts'
import { priceBookType } from './price-books/model.ts'
import { productType } from './products/model.ts'
import { queueType } from './queues/model.ts'
import { quoteType } from './quotes/model.ts'
import { slaPolicyType } from './sla-policies/model.ts'
import { taskType } from './tasks/model.ts'
import { teamType } from './teams/model.ts'
import { userType } from './users/model.ts'

/** Every kind of record that search and fsck know. A new kind is one line here. */
export const recordTypes = [
  accountType,
  contactType,
  productType,
  priceBookType,
  priceBookEntryType,
  exchangeRateType,
  organisationType,
  leadType,
  assignmentRuleType,
  captureFormType,
  captureFailureType,
  userType,
  teamType,
  noteType,
  interactionType,
  handoverType,
  pipelineType,
  opportunityType,
  quoteType,
  orderType,
  exportType,
  importType,
  importPresetType,
  caseType,
  caseCommentType,
  caseFileType,
  taskType,
  calendarType,
  slaPolicyType,
  queueType,
  escalationRuleType,
  inboundMailType,
] as unknown as readonly RecordType[]
