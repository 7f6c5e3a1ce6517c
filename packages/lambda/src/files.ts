import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { Clock } from '@rapport/kernel/clock'
import {
  boundedS,
  DOWNLOAD_S_MAX,
  FileChanged,
  type FilePart,
  type Files,
  fileMissing,
  isFileKey,
  LINK_S_MAX,
} from '@rapport/kernel/files'

export interface S3FilesOptions {
  bucket: string
  clock: Clock
  endpoint?: string | undefined
  region?: string | undefined
  credentials?: S3ClientConfig['credentials']
  configure?: ((client: S3Client) => void) | undefined
}

/** Files in one S3 bucket. Only functions that work with files load this: the client is larger than all else together. */
export function s3Files({ bucket, clock, endpoint, region, credentials, configure }: S3FilesOptions): Files {
  let made: S3Client | undefined
  const client = (): S3Client => {
    if (made) return made
    made = new S3Client({
      // A stand-in has no host name for each bucket.
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(region && { region }),
      ...(credentials && { credentials }),
      maxAttempts: 4,
      // Otherwise a link to upload would demand the checksum of an empty file.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 30_000, throwOnRequestTimeout: true },
    })
    configure?.(made)
    return made
  }
  const at = (key: string) => {
    if (!isFileKey(key)) throw new RangeError('This is no key of a file.')
    return { Bucket: bucket, Key: key }
  }
  const files: Files = {
    async put(key, body, contentType) {
      await client().send(new PutObjectCommand({ ...at(key), Body: body, ContentType: contentType }))
    },
    async get(key, part = {}) {
      const range = rangeOf(part)
      const { Body } = await client()
        .send(
          new GetObjectCommand({ ...at(key), ...(range && { Range: range }), ...(part.tag && { IfMatch: part.tag }) }),
        )
        .catch(refused)
      if (!Body) throw fileMissing()
      // In Node the body is a readable stream, which iterates over its chunks.
      return Body as AsyncIterable<Uint8Array>
    },
    async head(key) {
      try {
        const { ContentLength = 0, ContentType = '', ETag = '' } = await client().send(new HeadObjectCommand(at(key)))
        return { bytes: ContentLength, contentType: ContentType, tag: ETag }
      } catch (error) {
        if (statusOf(error) === 404) return undefined
        throw error
      }
    },
    async delete(key) {
      await client().send(new DeleteObjectCommand(at(key)))
    },
    presignPut: (key, { contentType, bytes, expiresS }) =>
      getSignedUrl(
        client(),
        new PutObjectCommand({ ...at(key), ContentType: contentType, ContentLength: bytes }),
        // Signed as headers, so that the request must carry exactly these.
        { ...lasting(expiresS, LINK_S_MAX), signableHeaders: new Set(['host', 'content-type', 'content-length']) },
      ),
    presignGet: (key, { fileName, expiresS }) =>
      getSignedUrl(
        client(),
        new GetObjectCommand({ ...at(key), ResponseContentDisposition: attachment(fileName) }),
        lasting(expiresS, DOWNLOAD_S_MAX),
      ),
    async beginUpload(key, contentType) {
      const command = new CreateMultipartUploadCommand({ ...at(key), ContentType: contentType })
      const { UploadId } = await client().send(command)
      if (!UploadId) throw new Error('S3 began an upload and gave no id.')
      return UploadId
    },
    async uploadPart(key, uploadId, number, body) {
      const command = new UploadPartCommand({ ...at(key), UploadId: uploadId, PartNumber: number, Body: body })
      const { ETag } = await client().send(command)
      if (!ETag) throw new Error('S3 took a part and gave no tag.')
      return ETag
    },
    async completeUpload(key, uploadId, tags) {
      const Parts = tags.map((ETag, index) => ({ ETag, PartNumber: index + 1 }))
      const command = new CompleteMultipartUploadCommand({ ...at(key), UploadId: uploadId, MultipartUpload: { Parts } })
      try {
        await client().send(command)
      } catch (error) {
        // Completed by an attempt whose reply was lost.
        if (!isNoUpload(error) || !(await files.head(key))) throw error
      }
    },
    async abortUpload(key, uploadId) {
      await client()
        .send(new AbortMultipartUploadCommand({ ...at(key), UploadId: uploadId }))
        .catch((error: unknown) => {
          if (!isNoUpload(error)) throw error
        })
    },
  }
  return files

  /** Links are dated by our clock, like everything else. */
  function lasting(expiresS: number, maxS: number) {
    return { expiresIn: boundedS(expiresS, maxS), signingDate: clock() }
  }
}

function rangeOf({ from = 0, to }: FilePart): string | undefined {
  if (from === 0 && to === undefined) return undefined
  return `bytes=${from}-${to === undefined ? '' : to - 1}`
}

/** RFC 6266: a plain name for old programs, the whole one beside it. */
function attachment(fileName: string): string {
  const safe = fileName.replaceAll(/[\p{Cc}\p{Cs}/\\:*?"<>|]/gu, '_').slice(0, 200) || 'file'
  const plain = safe.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll('%', '_')
  const whole = encodeURIComponent(safe).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

function refused(error: unknown): never {
  const status = statusOf(error)
  if (status === 404) throw fileMissing()
  if (status === 412) throw new FileChanged()
  throw error
}

const isNoUpload = (error: unknown): boolean => error instanceof Error && error.name === 'NoSuchUpload'

function statusOf(error: unknown): number | undefined {
  // Every error of an AWS client carries its reply's status here.
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
}
