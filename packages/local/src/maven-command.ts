import { parseArgs } from 'node:util'
import { developmentToken } from './development-token.ts'
import { httpCrm } from './maven/crm.ts'
import { readFiles } from './maven/files.ts'
import { check, importAll, undoAll } from './maven/run.ts'

const USAGE = `npm run -s import:maven -- <directory> [--check | --undo] [--url http://127.0.0.1:3000] [--as admin]

Imports the "CRM Sales Opportunities" data of Maven Analytics (accounts.csv, products.csv, sales_teams.csv, sales_pipeline.csv) into
a running CRM over its API, and tells figures that the CRM answers next to sums of the files. Again, it changes nothing.

  --check  imports nothing, and compares
  --undo   takes back what it has imported
  --url    where the CRM answers (default: the local one, at PORT)
  --as     the development user it works as; RAPPORT_TOKEN, where set, is an access token or API key instead`

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      undo: { type: 'boolean', default: false },
      url: { type: 'string', default: `http://127.0.0.1:${process.env.PORT ?? '3000'}` },
      as: { type: 'string', default: 'admin' },
      help: { type: 'boolean', default: false },
    },
  })
  const [directory] = positionals
  if (values.help || directory === undefined) return say(USAGE)
  const files = await readFiles(directory)
  const { RAPPORT_TOKEN, DATA_DIR = '.data' } = process.env
  const crm = httpCrm(values.url, RAPPORT_TOKEN ?? (await developmentToken(values.url, DATA_DIR, values.as)))
  if (values.undo) {
    const kept = await undoAll(crm, say)
    if (kept > 0)
      throw new Error(
        `${kept} records were kept: somebody has changed them since. The reports of the imports name them.`,
      )
    return
  }
  if (!values.check) {
    const done = await importAll(crm, files, say)
    const refused = done.reduce((sum, { counts }) => sum + counts.refused, 0)
    if (refused > 0) throw new Error(`${refused} rows were refused. The reports of the imports say why.`)
    say('')
  }
  if (!(await check(crm, files, say))) throw new Error('The CRM and the files do not say the same.')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
