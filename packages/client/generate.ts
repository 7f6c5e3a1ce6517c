import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import openapiTypes, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { routes } from '../../functions/api/routes.ts'
import { apiDocument } from '../../functions/api/system.ts'

const HEADER = '// Made from the route table by `npm run openapi`. Changes here are lost.\n\n'

/** What follows from the route table, by file: the API document and the types of the client. */
export async function generate(): Promise<Map<string, string>> {
  const document = apiDocument(routes)
  const types = await openapiTypes(structuredClone(document) as unknown as OpenAPI3, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    defaultNonNullable: false,
  })
  return new Map([
    ['openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    ['src/schema.d.ts', HEADER + astToString(types)],
  ])
}

/** Those of the generated files in a directory that are missing or say something else than the route table. */
export async function staleIn(directory: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const found = await Promise.all(
    [...files].map(async ([file, wanted]) => ({ file, isStale: (await textOf(resolve(directory, file))) !== wanted })),
  )
  return found.filter(({ isStale }) => isStale).map(({ file }) => file)
}

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined)

async function main(isCheck: boolean): Promise<void> {
  const files = await generate()
  const stale = await staleIn(import.meta.dirname, files)
  if (!isCheck) {
    for (const file of stale) await writeFile(resolve(import.meta.dirname, file), files.get(file) ?? '')
    process.stdout.write(stale.length > 0 ? `Wrote ${stale.join(', ')}.\n` : 'Nothing to write.\n')
    return
  }
  if (stale.length === 0) return
  process.stderr.write(`Out of date in packages/client: ${stale.join(', ')}. Run npm run openapi.\n`)
  process.exitCode = 1
}

if (import.meta.main) await main(process.argv.includes('--check'))
