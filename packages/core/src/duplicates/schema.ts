import { ref } from '@rapport/kernel/schema'
import * as z from 'zod'

/** What two records have in common. */
export const MatchReason = z.enum([
  'email',
  'role_email',
  'phone',
  'shared_phone',
  'name',
  'initials',
  'company',
  'domain',
  'email_domain',
  'address',
])
export type MatchReason = z.infer<typeof MatchReason>

/** `block` stops a creation, `warn` is told beside it, `review` is for a list to look through. */
export const MatchBand = z.enum(['block', 'warn', 'review'])
export type MatchBand = z.infer<typeof MatchBand>

/** A record that may be the same as one about to be made. */
export const Candidate = z
  .strictObject({
    id: ref('account', 'contact'),
    score: z.int().min(0).max(100),
    band: MatchBand,
    reasons: z.array(MatchReason).max(10),
  })
  .meta({ id: 'DuplicateCandidate' })
export type Candidate = z.infer<typeof Candidate>

interface Place {
  street?: string | undefined
  postalCode?: string | undefined
}

/** What a person is compared by. */
export interface PersonTraits {
  firstName?: string | undefined
  lastName?: string | undefined
  emails?: readonly { value: string }[] | undefined
  phones?: readonly { value: string; e164?: string | undefined }[] | undefined
  addresses?: readonly Place[] | undefined
  company?: string | undefined
}

/** What a company is compared by. */
export interface CompanyTraits {
  name: string
  domain?: string | undefined
  emails?: readonly { value: string }[] | undefined
  phones?: readonly { value: string; e164?: string | undefined }[] | undefined
  addresses?: readonly Place[] | undefined
}
