import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

/** The data set as it lies in a directory. */

export const fileNames = ['accounts', 'products', 'sales_teams', 'sales_pipeline'] as const
export type FileName = (typeof fileNames)[number]

export interface MavenFile {
  text: string
  rows: Readonly<Record<string, string>>[]
}
export type MavenFiles = Readonly<Record<FileName, MavenFile>>

/** Throws when one of the four files is missing or has no rows. */
export async function readFiles(directory: string): Promise<MavenFiles> {
  const read = async (name: FileName): Promise<[FileName, MavenFile]> => {
    const text = await readFile(join(directory, `${name}.csv`), 'utf8')
    const rows = parse(text, { columns: true, bom: true }) as MavenFile['rows']
    if (rows.length === 0) throw new Error(`${name}.csv has no rows.`)
    return [name, { text, rows }]
  }
  return Object.fromEntries(await Promise.all(fileNames.map(read))) as unknown as MavenFiles
}

/** What products are called in the pipeline besides what they are called in their own file. */
export const misspelt = { GTXPro: 'GTX Pro' } as const
