import { marshall } from '@aws-sdk/util-dynamodb'
import type { Condition, TableWrite } from '@rapport/kernel/table'
import { TransactionRefused } from '@rapport/kernel/table'
import { createFaults } from '@rapport/local/faults'
import { describe, expect, test } from 'vitest'
import { freshTable } from './support.ts'

const key = { pk: 'acc_1', sk: 'account' }
const item = (n: number) => ({ ...key, version: n, ownerPk: 'usr_1', ownerSk: 'a' })

describe('transact', () => {
  test('repeating a transaction with its token changes nothing and succeeds', async () => {
    const { table } = await freshTable()
    const write: TableWrite = { put: item(1), condition: { absent: true } }

    await table.transact([write], 'token')
    await table.transact([write], 'token')

    expect(await table.get(key)).toEqual(item(1))
  })

  test('one refused write keeps all the others from happening and is named by its position', async () => {
    const { table } = await freshTable()
    await table.transact([{ put: item(1) }], 'first')

    const refused = table.transact(
      [{ put: { pk: 'acc_2', sk: 'account' } }, { put: item(2), condition: { absent: true } }],
      'second',
    )

    await expect(refused).rejects.toMatchObject({ refusals: [undefined, 'condition'] })
    await expect(refused).rejects.toBeInstanceOf(TransactionRefused)
    expect(await table.get({ pk: 'acc_2', sk: 'account' })).toBeUndefined()
  })

  const holds: [string, Condition, boolean][] = [
    ['absent on an item', { absent: true }, false],
    ['present on an item', { present: true }, true],
    ['equals its version', { equals: { version: 5 } }, true],
    ['equals another version', { equals: { version: 4 } }, false],
    ['equals two attributes of which one differs', { equals: { version: 5, ownerPk: 'usr_2' } }, false],
    ['absent or equals what it has', { absentOrEquals: { version: 5 } }, true],
    ['absent or equals something else', { absentOrEquals: { version: 6 } }, false],
    ['absent or below a higher number', { absentOrBelow: { attribute: 'version', value: 6 } }, true],
    ['absent or below the number it has', { absentOrBelow: { attribute: 'version', value: 5 } }, false],
  ]
  test.each(holds)('a condition holds or not: %s', async (_, condition, isMet) => {
    const { table } = await freshTable()
    await table.transact([{ put: item(5) }], 'first')

    const outcome = await table.transact([{ check: key, condition }], 'second').then(
      () => true,
      () => false,
    )

    expect(outcome).toBe(isMet)
  })

  const absentHolds: [string, Condition, boolean][] = [
    ['absent', { absent: true }, true],
    ['present', { present: true }, false],
    ['equals', { equals: { version: 1 } }, false],
    ['absentOrEquals', { absentOrEquals: { version: 1 } }, true],
    ['absentOrBelow', { absentOrBelow: { attribute: 'version', value: 1 } }, true],
  ]
  test.each(absentHolds)('a condition on an item that is not there: %s', async (_, condition, isMet) => {
    const { table } = await freshTable()

    const outcome = await table.transact([{ delete: key, condition }], 'first').then(
      () => true,
      () => false,
    )

    expect(outcome).toBe(isMet)
  })

  test('a malformed item is a bug and no refusal', async () => {
    const { table } = await freshTable()

    const broken = table.transact([{ put: { ...key, ownerPk: 5, ownerSk: 'a' } }], 'first')

    await expect(broken).rejects.not.toBeInstanceOf(TransactionRefused)
  })

  test('undefined attributes are left out', async () => {
    const { table } = await freshTable()

    await table.transact([{ put: { ...key, nothing: undefined, nested: { nothing: undefined } } }], 'first')

    expect(await table.get(key)).toEqual({ ...key, nested: {} })
  })
})

describe('reading', () => {
  test('batchGet leaves out what is not there', async () => {
    const { table } = await freshTable()
    await table.transact([{ put: item(1) }], 'first')

    expect(await table.batchGet([key, { pk: 'acc_9', sk: 'account' }])).toEqual([item(1)])
  })

  test('batchGet asks again for what DynamoDB did not process', async () => {
    let asked = 0
    const { table } = await freshTable({
      configure: (client) =>
        client.middlewareStack.add(
          (next, context) => async (args) => {
            const reply = await next(args)
            if (context.commandName !== 'BatchGetItemCommand' || asked++ > 0) return reply
            const [tableName] = Object.keys((args.input as { RequestItems: object }).RequestItems)
            Object.assign(reply.output as object, {
              Responses: {},
              UnprocessedKeys: { [String(tableName)]: { Keys: [marshall(key)] } },
            })
            return reply
          },
          { step: 'finalizeRequest', priority: 'low' },
        ),
    })
    await table.transact([{ put: item(1) }], 'first')

    expect(await table.batchGet([key, { pk: 'acc_9', sk: 'account' }])).toEqual([item(1)])
    expect(asked).toBe(2)
  })

  test('a query tells whether the range goes on', async () => {
    const { table } = await freshTable()
    await table.transact([{ put: item(1) }, { put: { ...item(1), sk: 'b', ownerSk: 'b' } }], 'first')
    const query = {
      IndexName: 'owner',
      KeyConditionExpression: '#o = :o',
      ExpressionAttributeNames: { '#o': 'ownerPk' },
      ExpressionAttributeValues: { ':o': 'usr_1' },
    }

    expect(await table.query({ ...query, Limit: 1 })).toMatchObject({ items: [item(1)], more: true })
    expect(await table.query(query)).toMatchObject({ more: false })
  })
})

describe('capacity', () => {
  test('every request reports what it consumed, by table and index', async () => {
    const { table, consumed } = await freshTable()

    await table.transact([{ put: item(1) }], 'first')
    await table.get(key)

    expect(consumed).toEqual([
      { operation: 'TransactWriteItems', requests: 1, rcu: 0, wcu: 3, table: 2, indexes: { owner: 1 } },
      { operation: 'GetItem', requests: 1, rcu: 1, wcu: 0, table: 1, indexes: {} },
    ])
  })

  test('a retried request counts each time it is sent', async () => {
    const faults = createFaults({ seed: 1, rates: { timeoutBefore: 1 } })
    const { table, consumed } = await freshTable({ configure: faults.attach })

    await expect(table.get(key)).rejects.toMatchObject({ code: 'table.busy' })

    expect(consumed).toHaveLength(4)
  })
})

describe('faults', () => {
  test('a transaction whose reply is lost every other time still happens once', async () => {
    const faults = createFaults({ seed: 7, rates: { replyLost: 0.5 } })
    const { table } = await freshTable({ configure: faults.attach })

    await table.transact([{ put: item(1), condition: { absent: true } }], 'first')
    faults.stop()

    expect(await table.get(key)).toEqual(item(1))
  })

  test('a conflict is refused as contention', async () => {
    const faults = createFaults({ seed: 1, rates: { conflict: 1 } })
    const { table } = await freshTable({ configure: faults.attach })

    await expect(table.transact([{ put: item(1) }], 'first')).rejects.toMatchObject({ refusals: ['contention'] })
  })

  test('throttling that does not end is "try again", not a bug', async () => {
    const faults = createFaults({ seed: 1, rates: { throttle: 1 } })
    const { table } = await freshTable({ configure: faults.attach })

    await expect(table.get(key)).rejects.toMatchObject({ kind: 'unavailable', code: 'table.busy' })
  })

  test('the same seed injects the same faults', () => {
    const outcome = (seed: number) => {
      const faults = createFaults({ seed, rates: { duplicate: 0.3, reorder: 0.5 } })
      return Array.from({ length: 20 }, () => faults.deliver([1, 2, 3, 4]))
    }

    expect(outcome(4)).toEqual(outcome(4))
    expect(outcome(4)).not.toEqual(outcome(5))
  })
})
