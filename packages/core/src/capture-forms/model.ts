import { recordType } from '@rapport/kernel/record-type'
import type { UniqueValue } from '@rapport/kernel/store'
import { CaptureForm, captureFormFields } from './schema.ts'

export const formKeyGuard = (formKey: string): UniqueValue => ({ scope: 'captureForm.key', value: formKey })

export const captureFormType = recordType<CaptureForm>({
  kind: 'captureForm',
  plural: 'capture-forms',
  name: 'CaptureForm',
  schema: CaptureForm,
  fields: captureFormFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
  unique: (form) => [formKeyGuard(form.formKey)],
})
