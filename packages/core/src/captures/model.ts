import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { CaptureFailure } from './schema.ts'

export const captureFailureType = recordType<CaptureFailure>({
  kind: 'captureFailure',
  plural: 'capture-failures',
  name: 'CaptureFailure',
  schema: CaptureFailure,
  fields: {},
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
})

/** Orders the captures of one address: of two at once, the second sees what the first made. Forgotten after a day. */
interface Turn {
  digest: string
  version: number
  expiresAtS: number
}

export const turnModel = defineItem<Turn>({
  name: 'capture-turn',
  attributes: ['digest', 'version', 'expiresAtS'],
  record: { partition: 'capture-turn#${digest}', sort: 'turn' },
})
