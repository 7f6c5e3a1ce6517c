import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupProblem } from './setup-problem.ts'

/** Makes the directory, or sees that files can be made in it: the engine would only say that it cannot open its own. */
export async function openDataDir(dir: string): Promise<void> {
  const probe = join(dir, 'probe')
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 })
    await writeFile(probe, '')
    await rm(probe)
  } catch (error) {
    throw new SetupProblem(
      `${dir} cannot hold data (${(error as NodeJS.ErrnoException).code}). Choose another: DATA_DIR=.data npm start`,
    )
  }
}
