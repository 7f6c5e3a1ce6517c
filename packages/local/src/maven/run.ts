import type { Import } from '@rapport/core/imports/schema'
import { all, type Crm, importFile, keepPreset, refusals, undoImport } from './crm.ts'
import { compared, figuresOfFiles } from './figures.ts'
import type { MavenFiles } from './files.ts'
import { figuresOfCrm } from './read.ts'
import { type Step, stepsFor } from './steps.ts'

const UNDOABLE: readonly Import['status'][] = ['finished', 'cancelled', 'failed', 'undoing']

type Say = (text: string) => void

/** Imports all files, each by a mapping that is kept under its name, and each row under the rules of the CRM. Answers the imports in their order. */
export async function importAll(crm: Crm, files: MavenFiles, say: Say): Promise<Import[]> {
  const done: Import[] = []
  for (const step of stepsFor(files)) {
    const from = performance.now()
    const presetId = await keepPreset(crm, nameOf(step), step.request)
    const one = await importFile(crm, presetId, nameOf(step), files[step.file].text)
    const { created, updated, unchanged, refused } = one.counts
    const s = (performance.now() - from) / 1_000
    say(
      `${step.name.padEnd(14)} ${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused  (${s.toFixed(1)} s)`,
    )
    for (const { row, code, detail } of (await refusals(crm, one)).slice(0, REFUSALS_SHOWN_MAX))
      say(`  row ${row}: ${code} ${detail}`)
    done.push(one)
  }
  return done
}

/** Refusals that are told; the report of the import has all of them. */
const REFUSALS_SHOWN_MAX = 5

const nameOf = ({ name, file }: Pick<Step, 'name' | 'file'>): string => `${FILES}${name} (${file}.csv)`

const FILES = 'maven '

/** Whether what the CRM says and what stands in the files is the same, to the cent. */
export async function check(crm: Crm, files: MavenFiles, say: Say): Promise<boolean> {
  const { text, isSame } = compared(await figuresOfCrm(crm), figuresOfFiles(files))
  say(text)
  return isSame
}

/** Takes back everything these imports have changed, the last one first. Answers how many records were kept, and why is in the reports. */
export async function undoAll(crm: Crm, say: Say): Promise<number> {
  let kept = 0
  for (const { id, fileName, status } of await undoable(crm)) {
    const from = performance.now()
    const { undoCounts = { removed: 0, restored: 0, kept: 0 } } = await undoImport(crm, { id, status })
    const s = (performance.now() - from) / 1_000
    say(
      `${fileName}: ${undoCounts.removed} removed, ${undoCounts.restored} restored, ${undoCounts.kept} kept  (${s.toFixed(1)} s)`,
    )
    kept += undoCounts.kept
  }
  return kept
}

/** Newest first: what refers to others goes before them, also what somebody has begun to take back. */
async function undoable(crm: Crm): Promise<Import[]> {
  const found = await all<Import>(crm, '/v1/imports')
  return found
    .filter(({ fileName, status }) => fileName.startsWith(FILES) && UNDOABLE.includes(status))
    .sort((a, b) => (a.id < b.id ? 1 : -1))
}
