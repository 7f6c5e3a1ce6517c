import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Item } from '@rapport/kernel/table'
import { localAws } from './credentials.ts'

const SHAPE = { wrapNumbers: false } as const

/** Every item of a table on this machine. It reads the whole table, which nothing that is deployed may. */
export async function* tableItems(endpoint: string, tableName: string): AsyncGenerator<Item> {
  const client = new DynamoDBClient({ endpoint, ...localAws })
  try {
    for await (const { Items = [] } of paginateScan({ client }, { TableName: tableName, ConsistentRead: true })) {
      for (const item of Items) yield unmarshall(item, SHAPE)
    }
  } finally {
    client.destroy()
  }
}

/**
 * Every item of a full export of the table to S3, in DynamoDB JSON, copied to a directory: one gzipped file per part, one item per
 * line. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.Output.html
 */
export async function* exportedItems(directory: string): AsyncGenerator<Item> {
  const files = await readdir(directory, { recursive: true })
  const parts = files.filter((file) => file.endsWith('.json.gz')).sort()
  if (parts.length === 0) throw new Error(`There is no part of an export (*.json.gz) in ${directory}.`)
  for (const part of parts) {
    const lines = (await promisify(gunzip)(await readFile(join(directory, part)))).toString('utf8').split('\n')
    for (const line of lines) if (line) yield unmarshall(JSON.parse(line).Item, SHAPE)
  }
}
