import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as z from 'zod'
import { readJson, writeJson } from './json-file.ts'

const About = z.object({ contentType: z.string(), tag: z.string(), bytes: z.number() })
export type About = z.infer<typeof About>

/** Files on the disk of this machine, streamed in and out. A key is a path: whoever calls has checked that it is a key. */
export interface FileStore {
  write(key: string, contentType: string, body: AsyncIterable<Uint8Array>): Promise<About>
  about(key: string): Promise<About | undefined>
  /** From byte `from` up to and including `to`. */
  read(key: string, from: number, to: number): AsyncIterable<Uint8Array>
  remove(key: string): Promise<void>
  begin(key: string, contentType: string): Promise<string>
  writePart(uploadId: string, number: number, body: AsyncIterable<Uint8Array>): Promise<About | undefined>
  /** Undefined when there is no such upload, or it has no part with this tag. */
  complete(key: string, uploadId: string, tags: readonly string[]): Promise<About | undefined>
  abort(uploadId: string): Promise<void>
}

export function openFileStore(dir: string): FileStore {
  const bodyOf = (key: string): string => join(dir, 'objects', key)
  const aboutOf = (key: string): string => join(dir, 'about', `${key}.json`)
  const uploadOf = (uploadId: string): string => join(dir, 'uploads', uploadId)

  /** Streams into a new file first: a reader sees the old one or the new one. */
  async function writeTo(file: string, contentType: string, body: AsyncIterable<Uint8Array>): Promise<About> {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const fresh = `${file}.${randomUUID()}.new`
    const digest = createHash('md5')
    let bytes = 0
    const counted = new Transform({
      transform(chunk: Uint8Array, _encoding, done) {
        digest.update(chunk)
        bytes += chunk.length
        done(null, chunk)
      },
    })
    try {
      await pipeline(body, counted, createWriteStream(fresh, { mode: 0o600 }))
      await rename(fresh, file)
    } catch (error) {
      await rm(fresh, { force: true })
      throw error
    }
    return { contentType, tag: `"${digest.digest('hex')}"`, bytes }
  }

  const readAbout = async (file: string): Promise<About | undefined> => {
    const found = await readJson(file)
    return found === undefined ? undefined : About.parse(found)
  }

  async function write(key: string, contentType: string, body: AsyncIterable<Uint8Array>): Promise<About> {
    const about = await writeTo(bodyOf(key), contentType, body)
    await writeJson(aboutOf(key), about)
    return about
  }

  return {
    write,
    about: (key) => readAbout(aboutOf(key)),
    read: (key, from, to) => createReadStream(bodyOf(key), { start: from, end: to }),
    async remove(key) {
      await rm(aboutOf(key), { force: true })
      await rm(bodyOf(key), { force: true })
    },
    async begin(key, contentType) {
      const uploadId = randomUUID()
      await writeJson(join(uploadOf(uploadId), 'about.json'), { key, contentType })
      return uploadId
    },
    async writePart(uploadId, number, body) {
      if (!(await isThere(uploadOf(uploadId)))) return undefined
      const part = join(uploadOf(uploadId), String(number))
      const about = await writeTo(part, '', body)
      await writeJson(`${part}.json`, about)
      return about
    },
    async complete(key, uploadId, tags) {
      const upload = await readJson(join(uploadOf(uploadId), 'about.json'))
      if (upload === undefined) return undefined
      const { contentType } = z.object({ contentType: z.string() }).parse(upload)
      const parts = tags.map((_, index) => join(uploadOf(uploadId), String(index + 1)))
      for (const [index, part] of parts.entries()) {
        if ((await readAbout(`${part}.json`))?.tag !== tags[index]) return undefined
      }
      const about = await write(key, contentType, inOrder(parts))
      await rm(uploadOf(uploadId), { recursive: true, force: true })
      return about
    },
    abort: (uploadId) => rm(uploadOf(uploadId), { recursive: true, force: true }),
  }
}

async function* inOrder(files: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const file of files) yield await readFile(file)
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
