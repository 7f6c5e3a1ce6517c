/** Something that could not be handled after all attempts. On AWS it lies in a dead-letter queue and raises an alarm. */
export interface DeadLetter {
  function: string
  source: 'stream' | 'queue'
  /** Event id or message id. */
  id: string
  body: unknown
  /** Name and message of the last error, where known. */
  reason?: string | undefined
}
