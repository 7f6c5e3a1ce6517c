import { distinctList, instant, line, ref, slug } from '@rapport/kernel/schema'
import * as z from 'zod'

/** Parts that several kinds of record share. */

export const Email = z
  .email()
  .max(254)
  .meta({ examples: ['lan.nguyen@example.com'] })

/** ISO 3166, two letters. */
export const country = z
  .string()
  .length(2)
  .regex(/^[A-Z]{2}$/)

/** One of several addresses; exactly one is primary. `folded` is what matching uses. */
export const EmailEntry = z
  .strictObject({
    value: Email,
    type: z.enum(['work', 'home', 'other']).default('work'),
    primary: z.boolean().default(false),
    optOut: z.boolean().default(false),
    invalid: z.boolean().default(false),
    verifiedAt: instant.optional().meta({ description: 'When its owner confirmed it; a double opt-in sets it.' }),
    folded: line(254).optional().meta({ readOnly: true, description: 'Computed; what you send is replaced.' }),
  })
  .meta({ id: 'EmailEntry' })
export type EmailEntry = z.infer<typeof EmailEntry>

/** A number as written, with its E.164 and national forms beside it when it can be understood. */
export const PhoneEntry = z
  .strictObject({
    value: line(40),
    type: z.enum(['work', 'mobile', 'home', 'fax', 'other']).default('work'),
    /** ISO 3166 country that a number without +code is read in. */
    country: country.optional(),
    primary: z.boolean().default(false),
    optOut: z.boolean().default(false),
    invalid: z.boolean().default(false),
    e164: z
      .string()
      .max(16)
      .regex(/^\+\d{1,15}$/)
      .optional()
      .meta({ readOnly: true, description: 'Computed; what you send is replaced.' }),
    national: line(40).optional().meta({
      readOnly: true,
      description: 'As it is dialled within its country. Computed; what you send is replaced.',
    }),
  })
  .meta({ id: 'PhoneEntry' })
export type PhoneEntry = z.infer<typeof PhoneEntry>

export const Address = z
  .strictObject({
    type: z.enum(['billing', 'shipping', 'office', 'home', 'other']).default('office'),
    street: line(200).optional(),
    city: line(100).optional(),
    region: line(100).optional(),
    postalCode: line(20).optional(),
    country: country.optional(),
  })
  .meta({ id: 'Address' })

/** Entries per list of e-mails, phones or addresses. */
const ENTRIES_MAX = 10

const atMostOnePrimary = (list: readonly { primary: boolean }[]) => list.filter((entry) => entry.primary).length <= 1

export const emails = z
  .array(EmailEntry)
  .max(ENTRIES_MAX)
  .refine(atMostOnePrimary, { error: 'must have one primary entry' })
  .refine((list) => new Set(list.map((entry) => entry.value.toLowerCase())).size === list.length, {
    error: 'must not hold the same address twice',
  })

export const phones = z
  .array(PhoneEntry)
  .max(ENTRIES_MAX)
  .refine(atMostOnePrimary, { error: 'must have one primary entry' })

export const addresses = z.array(Address).max(ENTRIES_MAX)

/** As many as a list of cases can be filtered by, beside what else it is filtered by. */
export const tags = distinctList(slug(40), 15, (tag) => tag)

/** Ids of the same thing in other systems, by system: `{ "erp": "4711" }`. Unique per system. */
export const externalIds = z
  .record(slug(32), line(128))
  .refine((ids) => Object.keys(ids).length <= 10, { error: 'must name at most 10 systems' })

/** A choice of filters that all lists with owners have. */
export const tag = slug(40)

export const Utm = z
  .strictObject({
    source: line(200).optional(),
    medium: line(200).optional(),
    campaign: line(200).optional(),
    term: line(200).optional(),
    content: line(200).optional(),
  })
  .meta({ id: 'Utm', description: 'The campaign parameters of the link that led here.' })
export type Utm = z.infer<typeof Utm>

const clickId = line(200).optional()

/** Ids that advertising networks add to links. A closed list: whatever else stands in an address is not kept. */
export const ClickIds = z
  .strictObject({
    gclid: clickId,
    gbraid: clickId,
    wbraid: clickId,
    fbclid: clickId,
    msclkid: clickId,
    ttclid: clickId,
    twclid: clickId,
    li_fat_id: clickId,
  })
  .meta({ id: 'ClickIds', description: 'Click ids of advertising networks, by the name of the parameter.' })
export type ClickIds = z.infer<typeof ClickIds>

export const referrer = line(500)

/** How somebody came to us, once. */
export const Touch = z
  .strictObject({
    at: instant,
    source: slug(60).optional(),
    utm: Utm.optional(),
    clickIds: ClickIds.optional(),
    referrer: referrer.optional(),
    captureFormId: ref('captureForm').optional(),
  })
  .meta({ id: 'Touch' })
export type Touch = z.infer<typeof Touch>

/** A large file that a job writes over several of its steps: what is kept between them. */
export interface Upload {
  id: string
  tags: string[]
}
