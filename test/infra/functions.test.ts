import { describe, expect, test } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { manifest } from '../../functions/manifest.ts'
import { below, entriesOf, present, synthesise, targetOf } from './templates.ts'

const { app } = synthesise({ routes })

describe.each(manifest.map((spec) => ({ ...spec })))('$name', ({ name, entry, timeoutS, memoryMb, impact }) => {
  const [, fn] = present(below(app, 'AWS::Lambda::Function', name)[0])

  test('runs as the manifest says', () => {
    expect(fn.Properties).toMatchObject({
      FunctionName: `rapport-test-${name}`,
      Handler: `${entry}.handler`,
      Timeout: timeoutS,
      MemorySize: memoryMb,
      Description: impact.slice(0, 256),
    })
  })

  test('runs on the runtime that the tests run on, traced, and logs JSON', () => {
    expect(fn.Properties).toMatchObject({
      Runtime: `nodejs${process.versions.node.split('.')[0]}.x`,
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      LoggingConfig: { LogFormat: 'JSON' },
    })
  })

  test('has a role of its own', () => {
    const role = targetOf(fn.Properties.Role)
    const sharing = entriesOf(app, 'AWS::Lambda::Function').filter(
      ([, other]) => targetOf(other.Properties.Role) === role,
    )

    expect(sharing).toHaveLength(1)
  })

  test('has an encrypted log of its own that forgets after 90 days', () => {
    const [id, log] = present(below(app, 'AWS::Logs::LogGroup', name)[0])

    expect(targetOf(fn.Properties.LoggingConfig.LogGroup)).toBe(id)
    expect(log.Properties).toMatchObject({ LogGroupName: `/rapport/test/${name}`, RetentionInDays: 90 })
    expect(targetOf(log.Properties.KmsKeyId)).toMatch(/^Key/)
  })
})

test('every log forgets', () => {
  for (const [, { Properties }] of entriesOf(app, 'AWS::Logs::LogGroup')) expect(Properties.RetentionInDays).toBe(90)
})

test('no function but those of the manifest and the uploader of the site', () => {
  const names = entriesOf(app, 'AWS::Lambda::Function').map(([id, { Properties }]) => Properties.FunctionName ?? id)

  expect(names.filter((name) => !name.startsWith('CustomCDKBucketDeployment'))).toEqual(
    manifest.map(({ name }) => `rapport-test-${name}`),
  )
})

test('functions get names and numbers, and nothing that looks like a secret', () => {
  for (const [, { Properties }] of entriesOf(app, 'AWS::Lambda::Function')) {
    for (const name of Object.keys(Properties.Environment?.Variables ?? {}))
      expect(name).not.toMatch(/SECRET|PASSWORD|TOKEN|_KEY$/)
  }
})

test('asynchronous functions have copies reserved, so that none starves the API', () => {
  for (const { name, on } of manifest) {
    const [, fn] = present(below(app, 'AWS::Lambda::Function', name)[0])
    const expected = on.kind === 'schedule' ? 1 : on.kind === 'queue' ? on.concurrencyMax : undefined

    expect(fn.Properties.ReservedConcurrentExecutions, name).toBe(expected)
  }
})

test('an account that may not reserve anything can still deploy', () => {
  const small = synthesise({ env: { RESERVE_CONCURRENCY: 'no' } }).app

  for (const [, { Properties }] of entriesOf(small, 'AWS::Lambda::Function')) {
    expect(Properties.ReservedConcurrentExecutions).toBeUndefined()
  }
})

describe('the gateway', () => {
  const [, api] = present(entriesOf(app, 'AWS::ApiGatewayV2::Api')[0])
  const gateway = api.Properties.Body
  const integration = gateway.components['x-amazon-apigateway-integrations'].api

  test('knows every route of the route table and no other', () => {
    const keys = Object.entries(gateway.paths).flatMap(([path, operations]) =>
      Object.keys(operations as object).flatMap((method) =>
        method === 'parameters' ? [] : [`${method.toUpperCase()} ${path}`],
      ),
    )

    expect(keys.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort())
  })

  test('says of every route which parts of its path are parameters, and sends it to one function', () => {
    interface Paths {
      [path: string]: { parameters?: { name: string }[] } & Record<string, unknown>
    }
    for (const [path, { parameters = [], ...operations }] of Object.entries(gateway.paths as Paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(parameters.map(({ name }) => name)).toEqual(names)
      for (const operation of Object.values(operations as Record<string, Record<string, unknown>>))
        expect(operation['x-amazon-apigateway-integration']).toEqual({
          $ref: '#/components/x-amazon-apigateway-integrations/api',
        })
    }
    expect(JSON.stringify(integration.uri)).toContain('function:rapport-test-api')
  })

  test('is imported as a whole: what CloudFormation refuses beside a document is in the document', () => {
    expect(Object.keys(api.Properties).sort()).toEqual(['Body', 'FailOnWarnings', 'Tags'])
    expect(JSON.stringify(gateway).length).toBeLessThan(200_000)
    expect(entriesOf(app, 'AWS::ApiGatewayV2::Route')).toEqual([])
  })

  test('may call one function, by one permission', () => {
    const permissions = entriesOf(app, 'AWS::Lambda::Permission').filter(
      ([, { Properties }]) => Properties.Principal === 'apigateway.amazonaws.com',
    )
    expect(permissions).toHaveLength(1)
  })

  test('waits a second longer than the function may run', () => {
    const api = present(manifest.find(({ on }) => on.kind === 'http'))

    expect(integration.timeoutInMillis).toBe((api.timeoutS + 1) * 1000)
  })

  test('throttles all callers together', () => {
    app.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400, DetailedMetricsEnabled: false },
    })
  })

  test('logs which call, how it ended and how long it took, and nothing of whom or what', () => {
    const [, stage] = present(entriesOf(app, 'AWS::ApiGatewayV2::Stage')[0])

    expect(Object.keys(JSON.parse(stage.Properties.AccessLogSettings.Format))).toEqual([
      'requestId',
      'at',
      'route',
      'status',
      'latencyMs',
      'functionMs',
      'bytes',
      'gatewayError',
      'integrationError',
    ])
    expect(stage.Properties.AccessLogSettings.Format).not.toMatch(/authorization|header|body|path|identity|authorizer/i)
  })
})
