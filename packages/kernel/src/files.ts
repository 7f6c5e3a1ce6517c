import { type CrmError, notFound } from './errors.ts'
import { kindOf } from './ids.ts'

/**
 * What is too large for the table, and the port to it. `packages/lambda` implements the port over S3; people and browsers reach
 * a file by signed links only, which the caller hands out after deciding that they may.
 */
export interface Files {
  put(key: string, body: Uint8Array | string, contentType: string): Promise<void>
  /** Streams a file, or the part of it from byte `from` to before byte `to`. Throws notFound, or FileChanged when it has another tag. */
  get(key: string, part?: FilePart): Promise<AsyncIterable<Uint8Array>>
  /** What is known about a file without reading it; undefined when there is none. */
  head(key: string): Promise<FileHead | undefined>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
  /** A link that takes one file of exactly this type and length. */
  presignPut(key: string, upload: UploadTerms): Promise<string>
  /** A link that downloads a file under a name of the caller's choice, as an attachment: no browser shows it in place. */
  presignGet(key: string, download: DownloadTerms): Promise<string>
  /** Begins a file that is written in parts, over as many runs of a program as it takes. It is not there before `completeUpload`. */
  beginUpload(key: string, contentType: string): Promise<string>
  /** Writes part `number` (from 1); writing it again replaces it. Every part but the last has at least PART_BYTES_MIN. Answers its tag. */
  uploadPart(key: string, uploadId: string, number: number, body: Uint8Array): Promise<string>
  /** Puts the parts together, in order. Again, it changes nothing while the file is there. */
  completeUpload(key: string, uploadId: string, tags: readonly string[]): Promise<void>
  /** Forgets the parts. Again, it changes nothing. */
  abortUpload(key: string, uploadId: string): Promise<void>
}

export interface FilePart {
  from?: number
  to?: number
  /** Only while the file is still this one. */
  tag?: string
}

export interface FileHead {
  bytes: number
  contentType: string
  /** Changes when the file is replaced. */
  tag: string
}

export interface UploadTerms {
  contentType: string
  /** The exact length: a signature can hold a length, not a bound. Whoever asks has compared it with what is allowed. */
  bytes: number
  /** At most LINK_S_MAX. */
  expiresS: number
}

export interface DownloadTerms {
  /** What the file is called where it arrives. Any text; what a file system may not take is replaced. */
  fileName: string
  /** At most DOWNLOAD_S_MAX. */
  expiresS: number
}

/** Least bytes of a part that is not the last. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
export const PART_BYTES_MIN = 5 * 1024 * 1024

/** Parts of one file. https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
export const PARTS_MAX = 10_000

/** Bytes of a file that is put by one request. https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html */
export const FILE_BYTES_MAX = 5 * 1024 ** 3

/** A link is passed on too easily to live long: uploads a quarter of an hour, downloads five minutes. */
export const LINK_S_MAX = 900
export const DOWNLOAD_S_MAX = 300

const KEY = /^[a-z]{1,32}\/([a-z]{3}_[0-9a-z]{26})\/[a-z0-9][a-z0-9._-]{0,63}$/

/** Where a file stands: `<area>/<record id>/<name>`. Closed alphabets, so no name leads out of its record. */
export function fileKey(area: string, recordId: string, name: string): string {
  const key = `${area}/${recordId}/${name}`
  if (!isFileKey(key))
    throw new RangeError('An area is a word, a file belongs to a record, and its name is lower case.')
  return key
}

/** Where SES puts a letter: its own id for it, below this area. */
const LETTER_KEY = /^mail\/[0-9a-z-]{1,128}$/

/** The key under which the mail service stores a letter that came in. */
export const letterKey = (id: string): string => `mail/${id}`

export const isLetterKey = (key: string): boolean => LETTER_KEY.test(key)

export function isFileKey(key: string): boolean {
  if (isLetterKey(key)) return true
  const id = KEY.exec(key)?.[1]
  return id !== undefined && kindOf(id) !== undefined && !key.includes('..')
}

/** Another file has taken its place since its tag was read. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged'
}

export const fileMissing = (): CrmError => notFound('file.not_found', 'There is no such file.')

/** Throws RangeError when a link would live longer than links may. */
export function boundedS(expiresS: number, maxS: number): number {
  if (!Number.isInteger(expiresS) || expiresS < 1 || expiresS > maxS) {
    throw new RangeError(`A link lives between 1 and ${maxS} seconds.`)
  }
  return expiresS
}
