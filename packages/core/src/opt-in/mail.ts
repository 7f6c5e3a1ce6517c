import type { CaptureForm } from '../capture-forms/schema.ts'
import { plainLetter } from '../mail/rules.ts'
import type { Letter } from '../mail/schema.ts'

export interface OptInNotice {
  to: string
  form: Pick<CaptureForm, 'letter'> | undefined
  link: string
}

/** Asks whoever reads the mail of an address whether it was them. Holds nothing that a stranger could have typed into a form. */
export const optInLetter = ({ to, form, link }: OptInNotice): Letter =>
  plainLetter({
    to,
    subject: form?.letter?.subject ?? 'Please confirm your address',
    paragraphs: [
      form?.letter?.text ?? 'Somebody, we hope you, left us this address.',
      'Please confirm it with the button on this page, within 48 hours. If it was not you, do nothing and you will not hear from us.',
    ],
    link,
  })
