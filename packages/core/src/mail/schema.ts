/** One letter to one address. */
export interface Letter {
  to: string
  subject: string
  text: string
  html: string
  headers?: Readonly<Record<string, string>>
}

/** Whatever takes letters. Only `sendLetter` calls it. */
export interface Mailer {
  send(letter: Letter, tags: Readonly<Record<string, string>>): Promise<{ messageId: string }>
}

/** Why a letter is written; the mail provider counts by it. */
export type Purpose = 'notice' | 'case' | 'rating' | 'quote'

/** What became of a letter. */
export type Sent = { outcome: 'sent'; messageId: string } | { outcome: 'suppressed' }

export type SuppressionReason = 'bounce' | 'complaint' | 'manual'

export interface Suppression {
  reason: SuppressionReason
  at: string
  /** The letter that was refused or complained of. */
  messageId?: string
}

/** What is known of an address, under its digest: the list outlives the person's record and names nobody. */
export interface AddressState {
  digest: string
  version: number
  transientBounces: number
  lastTransientAt?: string
  suppression?: Suppression
}

/** What the provider reports about one letter and one recipient. */
export interface Feedback {
  messageId: string
  type: 'bounce' | 'complaint'
  /** The address will never work, or its reader wants no more. */
  isFinal: boolean
  address: string
  at: string
}
