import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Finding } from '@rapport/core/fsck/finding'
import { type Repaired, repair } from '@rapport/core/fsck/repair'
import { fsck, type Report } from '@rapport/core/fsck/service'
import { MINUTE_MS } from '@rapport/kernel/clock'
import type { Item } from '@rapport/kernel/table'
import { dynamoTable } from '@rapport/lambda/table-dynamodb'
import { localAws } from './credentials.ts'
import { startEngine } from './engine.ts'
import { operatorCtx } from './operator.ts'
import { exportedItems, tableItems } from './table-items.ts'

const USAGE = `npm run fsck -- [--data-dir .data | --export <directory>] [--repair] [--json]

Checks that everything in the table fits together. Exit code 0: it does; 1: findings are left; 2: it could not look.

  --data-dir   the table of the local cloud, which must not be running (default: DATA_DIR, or .data)
  --export     a full export of the table to S3, in DynamoDB JSON, copied to a directory: the way to check a table on AWS
  --repair     puts right what follows from the records: what search finds, and rows that belong to nothing. Works on the
               table itself: with --export that is TABLE_NAME, with the credentials of the environment
  --json       writes the findings as JSON

With AWS_ENDPOINT_URL_DYNAMODB the table TABLE_NAME (default: rapport) of that engine is checked.`

/** Longer than the projector takes when all is well. */
const LAG_MS = 5 * MINUTE_MS

const SHARDS = Number(process.env.INDEX_SHARDS ?? '1')

/** Findings shown per code; the rest are counted. */
const SHOWN_MAX = 20

/** What is checked, and how the same table is written when something is repaired. */
interface Source {
  items: AsyncIterable<Item>
  tableName: string
  endpoint?: string | undefined
  isLocal: boolean
  stop(): Promise<void>
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})

/**
 * Nothing that is deployed may read the whole table, and a search for rows that belong to nothing has to. So this is a command of
 * the operator. On AWS it reads an export, which is the table at one instant, costs no capacity and needs no right to scan; a
 * table that is being written, read page by page, would show halves of changes as findings. It holds the table in memory: a
 * million items take about 6 GB and five minutes (measured with 110,000 items on 2 busy cores, 2026-11-22).
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      export: { type: 'string' },
      repair: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return say(USAGE)
  const source = await findSource(values['data-dir'], values.export)
  try {
    const report = await fsck(source.items, { shards: SHARDS, now: new Date(), lagMs: LAG_MS })
    const outcome = values.repair ? await repaired(source, report.findings) : { repaired: 0, left: report.findings }
    say(values.json ? JSON.stringify({ ...report, ...outcome }, undefined, 2) : table(report, outcome))
    process.exitCode = outcome.left.length > 0 ? 1 : 0
  } finally {
    await source.stop()
  }
}

async function findSource(dataDir: string | undefined, directory: string | undefined): Promise<Source> {
  const { AWS_ENDPOINT_URL_DYNAMODB, TABLE_NAME, DATA_DIR } = process.env
  const stop = async (): Promise<void> => {}
  if (directory !== undefined) {
    return {
      items: exportedItems(directory),
      tableName: TABLE_NAME ?? '',
      endpoint: AWS_ENDPOINT_URL_DYNAMODB,
      isLocal: false,
      stop,
    }
  }
  const tableName = TABLE_NAME ?? 'rapport'
  if (dataDir === undefined && AWS_ENDPOINT_URL_DYNAMODB) {
    return {
      items: tableItems(AWS_ENDPOINT_URL_DYNAMODB, tableName),
      tableName,
      endpoint: AWS_ENDPOINT_URL_DYNAMODB,
      isLocal: true,
      stop,
    }
  }
  const home = resolve(dataDir ?? DATA_DIR ?? '.data')
  await access(join(home, 'table.sqlite')).catch(() => {
    throw new Error(`There is no table in ${home}. Say --data-dir or --export; --help tells more.`)
  })
  const engine = await startEngine({ dataDir: home, endpoint: undefined })
  return {
    items: tableItems(engine.endpoint, tableName),
    tableName,
    endpoint: engine.endpoint,
    isLocal: true,
    stop: engine.stop,
  }
}

async function repaired({ tableName, endpoint, isLocal }: Source, findings: readonly Finding[]): Promise<Repaired> {
  if (!tableName) throw new Error('Set TABLE_NAME to the table that is to be repaired.')
  const table = dynamoTable({ tableName, endpoint, region: process.env.AWS_REGION, ...(isLocal ? localAws : {}) })
  try {
    return await repair(operatorCtx('fsck', table, SHARDS, () => new Date())(), findings)
  } finally {
    table.destroy()
  }
}

function table(
  { itemCount, recordCount, eventCount, findings }: Report,
  { repaired, left }: { repaired: number; left: readonly Finding[] },
): string {
  const codes = [...new Set(findings.map(({ code }) => code))].sort()
  const lines = codes.flatMap((code) => {
    const all = findings.filter((finding) => finding.code === code)
    const shown = all.slice(0, SHOWN_MAX).map(({ ids, message }) => `  ${code.padEnd(24)} ${ids.join(' ')}  ${message}`)
    return all.length > SHOWN_MAX ? [...shown, `  ${code.padEnd(24)} … and ${all.length - SHOWN_MAX} more`] : shown
  })
  const counts = `${itemCount} items, ${recordCount} records, ${eventCount} events: ${findings.length} findings`
  return [...lines, repaired > 0 ? `${counts}, ${repaired} repairs done, ${left.length} findings left` : counts].join(
    '\n',
  )
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
