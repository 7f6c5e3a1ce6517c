import {
  type AttributeDefinition,
  CreateTableCommand,
  DynamoDBClient,
  type KeySchemaElement,
} from '@aws-sdk/client-dynamodb'
import { tableDefinition } from '@rapport/kernel/table'
import { localAws } from './credentials.ts'

/** Creates the table with all its indexes unless it is there. */
export async function createTable(endpoint: string, tableName: string): Promise<void> {
  const client = new DynamoDBClient({ endpoint, ...localAws })
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: keySchema(tableDefinition),
        AttributeDefinitions: [tableDefinition, ...tableDefinition.indexes].flatMap(attributes),
        GlobalSecondaryIndexes: tableDefinition.indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: keySchema(index),
          Projection: { ProjectionType: index.projection },
        })),
      }),
    )
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ResourceInUseException')) throw error
  } finally {
    client.destroy()
  }
}

interface Keys {
  partitionKey: string
  sortKey: string
}

const keySchema = ({ partitionKey, sortKey }: Keys): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
]

const attributes = ({ partitionKey, sortKey }: Keys): AttributeDefinition[] =>
  [partitionKey, sortKey].map((AttributeName) => ({ AttributeName, AttributeType: 'S' }))
