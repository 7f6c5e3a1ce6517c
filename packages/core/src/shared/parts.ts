import { PART_BYTES_MIN } from '@rapport/kernel/files'
import type { Ctx } from '@rapport/kernel/store'
import type { Upload } from './schema.ts'

/** Enough for a part; a job goes on collecting until it has that much, or no more is to come. */
export const isPart = (bytes: number): boolean => bytes >= PART_BYTES_MIN

/** Adds a part. Again, with the same upload as before, it replaces it. */
export async function addPart(
  { db }: Ctx,
  key: string,
  contentType: string,
  upload: Upload | undefined,
  body: Uint8Array,
): Promise<Upload> {
  const id = upload?.id ?? (await db.files.beginUpload(key, contentType))
  const tags = upload?.tags ?? []
  const tag = await db.files.uploadPart(key, id, tags.length + 1, body)
  return { id, tags: [...tags, tag] }
}
