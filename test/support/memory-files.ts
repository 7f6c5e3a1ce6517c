import { createHash } from 'node:crypto'
import type { Clock } from '@rapport/kernel/clock'
import {
  boundedS,
  DOWNLOAD_S_MAX,
  FileChanged,
  type Files,
  fileMissing,
  isFileKey,
  LINK_S_MAX,
} from '@rapport/kernel/files'

interface Kept {
  body: Buffer
  contentType: string
  tag: string
}

/** Files in this process, and the two things a person does with a link. Holds to what S3 holds to; a test compares them. */
export interface MemoryFiles extends Files {
  /** Sends a file to a link to upload; answers the status. */
  upload(link: string, body: string | Uint8Array, contentType: string): number
  /** Opens a link to download. */
  download(link: string): { status: number; body: string; fileName?: string; contentType?: string }
  keys(): string[]
}

export function memoryFiles(clock: Clock): MemoryFiles {
  const kept = new Map<string, Kept>()
  const uploads = new Map<string, { key: string; contentType: string; parts: Map<number, Kept> }>()
  const links = new Map<
    string,
    { key: string; until: number; bytes?: number; contentType?: string; fileName?: string }
  >()
  let count = 0

  const at = (key: string): string => {
    if (!isFileKey(key)) throw new RangeError('This is no key of a file.')
    return key
  }
  const keep = (body: Uint8Array | string, contentType: string): Kept => {
    const bytes = Buffer.from(body as Uint8Array)
    return { body: bytes, contentType, tag: `"${createHash('md5').update(bytes).digest('hex')}"` }
  }
  const link = (entry: { key: string; bytes?: number; contentType?: string; fileName?: string }, seconds: number) => {
    const url = `https://files.test/${entry.key}?signature=${++count}`
    links.set(url, { ...entry, until: clock().getTime() + seconds * 1_000 })
    return url
  }

  return {
    async put(key, body, contentType) {
      kept.set(at(key), keep(body, contentType))
    },
    async get(key, { from = 0, to, tag } = {}) {
      const file = kept.get(at(key))
      if (!file) throw fileMissing()
      if (tag !== undefined && tag !== file.tag) throw new FileChanged()
      if (from > 0 && from >= file.body.length) throw new RangeError('InvalidRange')
      return chunksOf(file.body.subarray(from, to))
    },
    async head(key) {
      const file = kept.get(at(key))
      return file && { bytes: file.body.length, contentType: file.contentType, tag: file.tag }
    },
    async delete(key) {
      kept.delete(at(key))
    },
    async presignPut(key, { contentType, bytes, expiresS }) {
      return link({ key: at(key), contentType, bytes }, boundedS(expiresS, LINK_S_MAX))
    },
    async presignGet(key, { fileName, expiresS }) {
      return link({ key: at(key), fileName }, boundedS(expiresS, DOWNLOAD_S_MAX))
    },
    async beginUpload(key, contentType) {
      const id = `upload-${++count}`
      uploads.set(id, { key: at(key), contentType, parts: new Map() })
      return id
    },
    async uploadPart(_key, uploadId, number, body) {
      const upload = uploads.get(uploadId)
      if (!upload) throw Object.assign(new Error('NoSuchUpload'), { name: 'NoSuchUpload' })
      const part = keep(body, '')
      upload.parts.set(number, part)
      return part.tag
    },
    async completeUpload(key, uploadId, tags) {
      const upload = uploads.get(uploadId)
      if (!upload) {
        if (kept.has(key)) return
        throw Object.assign(new Error('NoSuchUpload'), { name: 'NoSuchUpload' })
      }
      const parts = tags.map((tag, index) => {
        const part = upload.parts.get(index + 1)
        if (part?.tag !== tag) throw Object.assign(new Error('InvalidPart'), { name: 'InvalidPart' })
        return part.body
      })
      kept.set(at(key), keep(Buffer.concat(parts), upload.contentType))
      uploads.delete(uploadId)
    },
    async abortUpload(_key, uploadId) {
      uploads.delete(uploadId)
    },
    upload(url, body, contentType) {
      const terms = links.get(url)
      const file = keep(body, contentType)
      const isGood = terms?.bytes === file.body.length && terms.contentType === contentType
      if (!terms || !isGood || terms.until < clock().getTime()) return 403
      kept.set(terms.key, file)
      return 200
    },
    download(url) {
      const terms = links.get(url)
      if (!terms || terms.fileName === undefined || terms.until < clock().getTime()) return { status: 403, body: '' }
      const file = kept.get(terms.key)
      if (!file) return { status: 404, body: '' }
      return { status: 200, body: file.body.toString(), fileName: terms.fileName, contentType: file.contentType }
    },
    keys: () => [...kept.keys()],
  }
}

/** In pieces that respect no line, as a network would deliver them. */
const CHUNK_BYTES = 10_007

async function* chunksOf(body: Buffer): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < body.length; from += CHUNK_BYTES) yield body.subarray(from, from + CHUNK_BYTES)
}
