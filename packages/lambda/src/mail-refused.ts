/** The letter surely was not sent. `isTemporary` tells that the same letter may be accepted later. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
  readonly code: string
  readonly isTemporary: boolean

  constructor(code: string, { isTemporary = false, ...options }: { isTemporary?: boolean; cause?: unknown } = {}) {
    super(`Mail refused: ${code}`, options)
    this.code = code
    this.isTemporary = isTemporary
  }
}
