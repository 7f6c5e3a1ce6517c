import type { Config } from './config.ts'
import type { DataStack } from './data-stack.ts'

export interface TableInUse {
  tableName: string
  tableArn: string
  streamArn: string
}

/** The table of the data stack, or the one a restore made and the operator named. */
export function tableInUse(data: DataStack, { restoredTable }: Config): TableInUse {
  const { table } = data
  if (!restoredTable) return { tableName: table.tableName, tableArn: table.tableArn, streamArn: streamArnOf(data) }
  const tableArn = data.formatArn({ service: 'dynamodb', resource: 'table', resourceName: restoredTable.tableName })
  return { tableName: restoredTable.tableName, tableArn, streamArn: `${tableArn}/stream/${restoredTable.streamLabel}` }
}

function streamArnOf({ table }: DataStack): string {
  if (!table.tableStreamArn) throw new Error('The table has no stream, so no event would leave it.')
  return table.tableStreamArn
}
