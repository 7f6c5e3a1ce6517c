import { decimal } from '@rapport/kernel/decimal'
import { Currency } from '@rapport/kernel/money'
import { distinctList, language, line, recordSchema, ref, text, timeZone } from '@rapport/kernel/schema'
import * as z from 'zod'
import { roleNames } from '../access/roles.ts'
import { Address, Email } from '../shared/schema.ts'
import { TaxCode, TaxRounding } from '../taxes/schema.ts'

/** Who we are, as letters and quotes say it. */
export const Company = z
  .strictObject({
    name: line(200),
    address: Address.optional(),
    email: Email.optional(),
    phone: line(40).optional(),
    website: line(200).optional(),
    taxNumber: line(40).optional(),
    registration: line(100).optional().meta({ description: 'Where the company is registered, and its number there.' }),
    footer: text(1000).optional().meta({ description: 'Stands under every quote: bank account, terms.' }),
  })
  .meta({ id: 'Company' })
export type Company = z.infer<typeof Company>

/** What somebody with a role may offer without being asked; what is not said has no limit. */
export const QuoteLimit = z
  .strictObject({
    role: z.enum(roleNames),
    discountPercentMax: decimal('0', '100').optional(),
    marginPercentMin: decimal('-1000', '100').optional(),
  })
  .meta({ id: 'QuoteLimit' })
export type QuoteLimit = z.infer<typeof QuoteLimit>

/** Within which time somebody answers a new lead. */
export const LeadResponse = z
  .strictObject({
    minutes: z.int().min(1).max(525_600),
    hours: z
      .enum(['business', '24x7'])
      .default('business')
      .meta({ description: 'Whether the clock runs in business hours only, or always.' }),
    calendarId: ref('calendar')
      .optional()
      .meta({ description: 'The business hours; those of the default calendar without it.' }),
  })
  .meta({ id: 'LeadResponse' })
export type LeadResponse = z.infer<typeof LeadResponse>

/**
 * How the organisation works. Every setting that has a default is always there, also in a record that was written before the setting
 * was invented: a new one is a line here.
 */
export const organisationFields = {
  company: Company.optional(),
  timeZone: timeZone
    .default('UTC')
    .meta({ description: 'Where a day begins and ends, unless somebody has a zone of their own.' }),
  language: language.default('en'),
  corporateCurrency: Currency.default('USD').meta({
    description: 'What amounts in other currencies are converted to.',
  }),
  fiscalYearStartMonth: z.int().min(1).max(12).default(1),
  taxRounding: TaxRounding.default('line'),
  pricesIncludeTax: z.boolean().default(false),
  taxCodes: distinctList(TaxCode, 50, ({ code }) => code).default([]),
  quoteValidDays: z.int().min(1).max(365).default(30),
  leadResponse: LeadResponse.optional().meta({ description: 'Counts for leads that come from then on.' }),
  asksForRatings: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether customers are asked by letter how a case of theirs was solved.' }),
  quoteLimits: distinctList(QuoteLimit, roleNames.length, ({ role }) => role).default([]),
}

export const Organisation = recordSchema('organisation', 'Organisation', organisationFields)
export type Organisation = z.infer<typeof Organisation>
