import { FileChanged, type Files, fileMissing } from '@rapport/kernel/files'
import { openFileStore } from '@rapport/local/file-store'

/** Files in a directory, which outlive the process that writes them. Nothing here is reached by a link. */
export function diskFiles(dir: string): Files {
  const store = openFileStore(dir)
  return {
    put: async (key, body, contentType) => void (await store.write(key, contentType, once(body))),
    async get(key, { from = 0, to, tag } = {}) {
      const about = await store.about(key)
      if (!about) throw fileMissing()
      if (tag !== undefined && tag !== about.tag) throw new FileChanged()
      return store.read(key, from, (to ?? about.bytes) - 1)
    },
    head: (key) => store.about(key),
    delete: (key) => store.remove(key),
    presignPut: async (key) => `https://files.test/${key}`,
    presignGet: async (key) => `https://files.test/${key}`,
    beginUpload: (key, contentType) => store.begin(key, contentType),
    async uploadPart(_key, uploadId, number, body) {
      const part = await store.writePart(uploadId, number, once(body))
      if (!part) throw missingUpload()
      return part.tag
    },
    async completeUpload(key, uploadId, tags) {
      if (!(await store.complete(key, uploadId, tags)) && !(await store.about(key))) throw missingUpload()
    },
    abortUpload: (_key, uploadId) => store.abort(uploadId),
  }
}

async function* once(body: Uint8Array | string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(body as Uint8Array)
}

const missingUpload = (): Error => Object.assign(new Error('NoSuchUpload'), { name: 'NoSuchUpload' })
