import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SetupProblem } from './setup-problem.ts'

/** What the file holds; undefined when there is none. Throws when it is not JSON: better than to start over silently. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new SetupProblem(`${file} is damaged. Delete it, or the whole data directory to start afresh.`)
  }
}

/** Replaces the file as a whole, readable by its owner only: a crash leaves the old one or the new one. */
export async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Writes one after the other, the latest value wins; `settled` resolves when the file holds it. */
export function jsonWriter(file: string | undefined): { write(value: unknown): void; settled(): Promise<void> } {
  let latest: { value: unknown } | undefined
  let running: Promise<void> = Promise.resolve()
  const drain = async (): Promise<void> => {
    if (!file || !latest) return
    const { value } = latest
    latest = undefined
    await writeJson(file, value)
  }
  return {
    write(value) {
      const isQueued = latest !== undefined
      latest = { value }
      if (!isQueued) running = running.then(drain)
    },
    settled: () => running,
  }
}
