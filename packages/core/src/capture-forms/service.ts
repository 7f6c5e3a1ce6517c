import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Body, records, settle } from '@rapport/kernel/records'
import { type Ctx, holderOf } from '@rapport/kernel/store'
import { captureFormType, formKeyGuard } from './model.ts'
import { refuseStrangeFields } from './rules.ts'
import type { CaptureForm } from './schema.ts'

export const CaptureForms = records<CaptureForm>(captureFormType, async (_ctx, { next }) => {
  refuseStrangeFields(next)
  return {}
})

/** Random bytes of a form's key: nobody finds forms by trying. */
const KEY_BYTES = 16

export const createForm = (ctx: Ctx, input: Body): Promise<CaptureForm> => {
  const formKey = Buffer.from(ctx.db.random(KEY_BYTES)).toString('base64url')
  return settle(ctx, () => CaptureForms.plans.create(ctx, { ...input, formKey }))
}

/** The live form of a key, whoever asks; undefined when there is none. Two requests. */
export async function findForm(ctx: Pick<Ctx, 'db'>, formKey: string): Promise<CaptureForm | undefined> {
  const holder = await holderOf(ctx, formKeyGuard(formKey))
  return holder === undefined ? undefined : findFormById(ctx, holder)
}

export async function findFormById(ctx: Pick<Ctx, 'db'>, id: string): Promise<CaptureForm | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && !item.deletedAt ? fromItem(captureFormType, item) : undefined
}
