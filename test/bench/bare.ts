import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/**
 * The floor: handlers that make the DynamoDB calls of ours by hand and do nothing else. No rights, no validation, no problem
 * documents; keys and items are written out, with the same number and size of writes.
 */
export function bareHandlers(client: DynamoDBClient, TableName: string) {
  const doc = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
  const reply = (statusCode: number, body: unknown) => ({
    statusCode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const user = (pk: string) => doc.send(new GetCommand({ TableName, Key: { pk, sk: 'user' }, ConsistentRead: true }))
  return {
    async get(event: APIGatewayProxyEventV2) {
      const { Item } = await doc.send(
        new GetCommand({ TableName, Key: { pk: event.pathParameters?.id, sk: 'contact' }, ConsistentRead: true }),
      )
      return reply(200, Item)
    },
    async list() {
      const { Items } = await doc.send(
        new QueryCommand({
          TableName,
          IndexName: 'all',
          KeyConditionExpression: 'allPk = :pk AND allSk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': 'contact#live#0',
            ':from': `con_${'0'.repeat(26)}`,
            ':to': `con_7${'z'.repeat(25)}`,
          },
          ScanIndexForward: false,
          Limit: 26,
        }),
      )
      return reply(200, { data: Items?.slice(0, 25), nextCursor: 'x' })
    },
    async create(event: APIGatewayProxyEventV2, { id, ownerId, teamId }: Bare) {
      await user(ownerId)
      const body = JSON.parse(event.body ?? '{}')
      const item = contactItem(id, ownerId, teamId, body)
      const absent = { ConditionExpression: 'attribute_not_exists(pk)' }
      await doc.send(
        new TransactWriteCommand({
          ClientRequestToken: id,
          TransactItems: [
            { Put: { TableName, Item: item, ...absent } },
            {
              Put: {
                TableName,
                Item: {
                  pk: `unique#contact.email#${id}`,
                  sk: 'guard',
                  scope: 'contact.email',
                  digest: 'x'.repeat(64),
                  of: id,
                },
                ...absent,
              },
            },
            { Put: { TableName, Item: eventItem(id, item), ...absent } },
          ],
        }),
      )
      return reply(201, item)
    },
    async patch(event: APIGatewayProxyEventV2, { id, ownerId }: Bare) {
      await user(ownerId)
      const { Item } = await doc.send(
        new GetCommand({ TableName, Key: { pk: event.pathParameters?.id, sk: 'contact' }, ConsistentRead: true }),
      )
      const next = { ...Item, ...JSON.parse(event.body ?? '{}'), version: (Item?.version ?? 0) + 1 }
      await doc.send(
        new TransactWriteCommand({
          ClientRequestToken: id,
          TransactItems: [
            {
              Put: {
                TableName,
                Item: next,
                ConditionExpression: 'version = :v',
                ExpressionAttributeValues: { ':v': Item?.version },
              },
            },
            {
              Put: {
                TableName,
                Item: eventItem(id, { title: next.title }),
                ConditionExpression: 'attribute_not_exists(pk)',
              },
            },
          ],
        }),
      )
      return reply(200, next)
    },
    async search() {
      const { Items = [] } = await doc.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': 'find#7065',
            ':from': '706572736f6e39393939#',
            ':to': '706572736f6e39393939~#',
          },
          Limit: 26,
        }),
      )
      const keys = [...new Set(Items.map((item) => item.of))].map((pk) => ({ pk, sk: 'contact' }))
      if (keys.length === 0) return reply(200, { data: [] })
      const { Responses } = await doc.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys: keys, ConsistentRead: true } } }),
      )
      return reply(200, { data: Responses?.[TableName] })
    },
  }
}

export interface Bare {
  id: string
  ownerId: string
  teamId: string
}

const contactItem = (id: string, ownerId: string, teamId: string, body: object) => ({
  ...body,
  id,
  version: 1,
  ownerId,
  teamId,
  visibility: 'team',
  createdAt: '2026-11-22T09:00:00.000Z',
  createdBy: ownerId,
  updatedAt: '2026-11-22T09:00:00.000Z',
  updatedBy: ownerId,
  state: 'live',
  shard: '0',
  pk: id,
  sk: 'contact',
  ownerPk: `contact#live#${ownerId}`,
  ownerSk: id,
  teamPk: `contact#live#${teamId}`,
  teamSk: id,
  allPk: 'contact#live#0',
  allSk: id,
})

const eventItem = (id: string, after: object) => ({
  pk: id,
  sk: `evt_${id.slice(4)}`,
  id: `evt_${id.slice(4)}`,
  type: 'contact.created',
  subject: { id, kind: 'contact' },
  at: '2026-11-22T09:00:00.000Z',
  actor: { type: 'user', id: 'usr_x' },
  requestId: 'r',
  txId: 't',
  seq: 0,
  version: 1,
  changed: Object.keys(after),
  after,
  schemaVersion: 1,
  timePk: 'event#2026-11-22T09#0',
  timeSk: `evt_${id.slice(4)}`,
})
