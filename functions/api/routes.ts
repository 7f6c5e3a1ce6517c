import type { Route } from '@rapport/lambda/route'
import { accounts } from './accounts.ts'
import { analytics } from './analytics.ts'
import { assignmentRules } from './assignment-rules.ts'
import { calendars } from './calendars.ts'
import { callbacks } from './callbacks.ts'
import { captureRoutes } from './capture.ts'
import { cases } from './cases.ts'
import { contacts } from './contacts.ts'
import { customerView } from './customer-view.ts'
import { data } from './data.ts'
import { escalations } from './escalations.ts'
import { exchangeRates } from './exchange-rates.ts'
import { exports } from './exports.ts'
import { handovers } from './handovers.ts'
import { imports } from './imports.ts'
import { inboundMail } from './inbound-mail.ts'
import { interactions } from './interactions.ts'
import { leads } from './leads.ts'
import { notes } from './notes.ts'
import { opportunities } from './opportunities.ts'
import { orders } from './orders.ts'
import { organisation } from './organisation.ts'
import { apiKeys, people } from './people.ts'
import { pipelines } from './pipelines.ts'
import { priceBooks } from './price-books.ts'
import { products } from './products.ts'
import { queues } from './queues.ts'
import { quotes } from './quotes.ts'
import { ratings } from './ratings.ts'
import { slaPolicies } from './sla-policies.ts'
import { system } from './system.ts'
import { tasks } from './tasks.ts'

/** Every operation of the API. Router, gateway, API document, rights and contract tests are made from this table. */
export const routes: readonly Route[] = [
  ...accounts,
  ...contacts,
  ...products,
  ...priceBooks,
  ...exchangeRates,
  ...organisation,
  ...leads,
  ...assignmentRules,
  ...captureRoutes,
  ...notes,
  ...interactions,
  ...people,
  ...apiKeys,
  ...handovers,
  ...imports,
  ...exports,
  ...cases,
  ...ratings,
  ...callbacks,
  ...customerView,
  ...analytics,
  ...tasks,
  ...calendars,
  ...slaPolicies,
  ...queues,
  ...pipelines,
  ...opportunities,
  ...quotes,
  ...orders,
  ...escalations,
  ...inboundMail,
  ...data,
  ...system(() => routes),
]
