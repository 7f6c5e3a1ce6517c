import { Money } from '@rapport/kernel/money'
import { line, recordSchema, ref, slug, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { addresses, externalIds, phones, tags } from '../shared/schema.ts'

/** A host name such as `example.co.th`; kept in lower case and ASCII form. */
export const domain = z
  .string()
  .max(253)
  .regex(/^(?!-)[^\s/\\@:?#\p{Cc}\p{Cs}]+\.[^\s/\\@:?#.\p{Cc}\p{Cs}]+$/u, {
    error: 'must be a domain such as example.com',
  })

export const accountFields = {
  name: line(200),
  domain: domain.optional(),
  industry: slug(60).optional(),
  employees: z.int().min(0).max(10_000_000).optional(),
  annualRevenue: Money.optional(),
  phones: phones.optional(),
  addresses: addresses.optional(),
  parentId: ref('account').optional(),
  description: text(5000).optional(),
  /** The prices this company gets, instead of the standard ones. */
  priceBookId: ref('priceBook').optional(),
  /** What decides which price book counts, where none is named: one for the tier, else the segment, else the territory. */
  tier: slug(40)
    .optional()
    .meta({ examples: ['gold'] }),
  segment: slug(40)
    .optional()
    .meta({ examples: ['hospitality'] }),
  territory: slug(40)
    .optional()
    .meta({ examples: ['th-north'] }),
  tags: tags.optional(),
  externalIds: externalIds.optional(),
}

export const Account = recordSchema('account', 'Account', accountFields)
export type Account = z.infer<typeof Account>
