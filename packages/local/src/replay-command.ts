import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { caseType } from '@rapport/core/cases/model'
import { recordTypes } from '@rapport/core/index'
import { projectRollups } from '@rapport/core/rollups/service'
import { project } from '@rapport/core/search/service'
import { listRecords } from '@rapport/kernel/record-list'
import type { Ctx } from '@rapport/kernel/store'
import { dynamoTable } from '@rapport/lambda/table-dynamodb'
import { createTable } from './create-table.ts'
import { localAws } from './credentials.ts'
import { startEngine } from './engine.ts'
import { operatorCtx } from './operator.ts'
import { readLog } from './replay/log.ts'
import { promise } from './replay/promise.ts'
import { attainments, reportTable } from './replay/report.ts'
import { replay } from './replay/run.ts'

const USAGE = `npm run -s replay:tickets -- <log.csv> [--promises promises.json] [--zone Europe/Berlin] [--data-dir <new directory>]

Lets a log of tickets happen again under a clock of its own, and tells by priority how the promises were kept. What is in the CRM
stays as it is; no letter is sent.

  <log.csv>    columns ticket, at, event, priority; sorted by at, an instant with its zone. Events: opened, replied,
               customer_replied, in_progress, waiting_on_customer, waiting_on_third_party, priority, resolved, reopened, closed
  --promises   { "calendar": {…}, "policies": [{…}] } as the API takes them; without it, office hours and usual promises
  --zone       of the office hours (default: UTC)
  --data-dir   keeps the cases with their history: DATA_DIR=<it> npm start shows them`

const TABLE_NAME = 'rapport'

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      promises: { type: 'string' },
      zone: { type: 'string', default: 'UTC' },
      'data-dir': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  if (values.help || file === undefined) return say(USAGE)
  const dataDir = values['data-dir']
  if (dataDir !== undefined) await refuseUsed(dataDir)
  const engine = await startEngine({ dataDir })
  const table = dynamoTable({ tableName: TABLE_NAME, endpoint: engine.endpoint, ...localAws })
  try {
    await createTable(engine.endpoint, TABLE_NAME)
    const clock = { at: new Date(0) }
    const ctx = operatorCtx('replay', table, 1, () => clock.at)
    const ctxAt = (at: Date): Ctx => {
      clock.at = at
      return ctx()
    }
    await promise(ctxAt(await beginning(file)), { file: values.promises, timeZone: values.zone })
    const done = await replay(ctxAt, readLog(file))
    if (dataDir !== undefined) await index(ctx())
    say(reportTable(await attainments(ctx())))
    say(`${done.rows} rows, ${done.cases} cases, ${done.refusedCount} rows refused, until ${done.until}`)
    for (const { line, reason } of done.refused) say(`  line ${line}: ${reason}`)
  } finally {
    table.destroy()
    await engine.stop()
  }
}

async function refuseUsed(dataDir: string): Promise<void> {
  const isUsed = await access(join(dataDir, 'table.sqlite')).then(
    () => true,
    () => false,
  )
  if (isUsed) throw new Error(`${dataDir} holds a table already. Name a directory that does not.`)
}

/** The instant of the first row: what is promised stands from then on. */
async function beginning(file: string): Promise<Date> {
  for await (const { at } of readLog(file)) return new Date(at)
  throw new Error('The log is empty.')
}

/** What the stream would have done: search, filters and totals know the cases. */
async function index(ctx: Ctx): Promise<void> {
  let cursor: string | undefined
  do {
    const page = await listRecords(ctx, caseType, { limit: 100, cursor })
    for (const { id } of page.data) {
      await project(ctx, recordTypes, id)
      await projectRollups(ctx, recordTypes, id)
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
