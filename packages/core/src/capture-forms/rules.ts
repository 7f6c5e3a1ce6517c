import { unprocessable } from '@rapport/kernel/errors'
import type { CaptureFieldName, CaptureForm } from './schema.ts'

const ofCases: readonly CaptureFieldName[] = ['subject', 'message', 'firstName', 'lastName', 'email', 'phone']

/** Throws unprocessable when a form asks what it has no place for. */
export function refuseStrangeFields({ opens, fields }: Pick<CaptureForm, 'opens' | 'fields'>): void {
  const hasPlace = (name: CaptureFieldName) => (opens === 'case' ? ofCases.includes(name) : name !== 'subject')
  const issues = fields.flatMap((name, index) =>
    hasPlace(name)
      ? []
      : [{ pointer: `/fields/${index}`, code: 'captureForm.strange_field', message: `is no field of a ${opens}` }],
  )
  if (issues.length > 0)
    throw unprocessable('captureForm.strange_field', `This form asks what a ${opens} has no place for.`, issues)
}
