import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))

const sources = [
  'packages/kernel/src',
  'packages/core/src',
  'packages/lambda/src',
  'packages/local/src',
  'functions',
  'infra',
].flatMap(filesIn)

interface Import {
  from: string
  /** A file of this repository, or the name of a package. */
  to: string
  isTypeOnly: boolean
}

const IMPORT = /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g

const importsOf = (file: string): Import[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(IMPORT)].map((match) => ({
    from: file,
    to: target(file, (match[3] ?? match[4]) as string),
    isTypeOnly: match[2] !== undefined,
  }))

function target(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(file), specifier))
  const own = /^@rapport\/(\w+)\/(.+)$/.exec(specifier)
  if (own) return `packages/${own[1]}/src/${own[2]}.ts`
  return specifier
}

const imports = sources.flatMap(importsOf)
const isFile = (to: string): boolean => to.endsWith('.ts') || to.endsWith('.json')

/** Room by room: which files, and what they may import besides Node's own modules. */
const rooms: { room: string; is: RegExp; may: RegExp[] }[] = [
  {
    room: 'kernel',
    is: /^packages\/kernel\//,
    may: [/^packages\/kernel\//, /^zod$/, /^electrodb$/, /^node:(crypto|util)$/],
  },
  {
    room: 'core schema, events, model',
    is: /^packages\/core\/src\/(?!fsck)\w[\w-]*\/(schema|events|model)\.ts$/,
    may: [
      /^packages\/kernel\//,
      /^packages\/core\/src\/[\w-]+\/(([a-z]+-)?schema|events|model|([a-z]+-)?rules|roles)\.ts$/,
      /^zod$/,
    ],
  },
  {
    room: 'core rules and letters',
    is: /^packages\/core\/src\/[\w-]+\/([a-z]+-)?(rules|mail|roles)\.ts$/,
    may: [
      /^packages\/core\/src\/[\w-]+\/(([a-z]+-)?schema|events|([a-z]+-)?rules|roles)\.ts$/,
      /^packages\/kernel\/src\/(errors|clock|money|decimal|schema|policy|ids|paper|store|search|rollup|zone|wall-time)\.ts$/,
      /^libphonenumber-js\/min$/,
      /^rrule-temporal$/,
      /^node:(crypto|zlib|net|util)$/,
    ],
  },
  {
    room: 'core',
    is: /^packages\/core\//,
    may: [
      /^packages\/(core|kernel)\//,
      /^zod$/,
      /^libphonenumber-js\/min$/,
      /^rrule-temporal$/,
      /^node:(crypto|zlib|net|util)$/,
      /^csv-parse$/,
    ],
  },
  {
    room: 'lambda',
    is: /^packages\/lambda\//,
    may: [
      /^packages\/(lambda|kernel)\//,
      /^@aws-sdk\//,
      /^@smithy\//,
      /^@middy\/core$/,
      /^aws-lambda$/,
      /^aws-jwt-verify/,
      /^nodemailer/,
      /^pdfkit$/,
      /^mailparser$/,
      /^zod$/,
      /^node:/,
    ],
  },
  {
    room: 'functions/api',
    is: /^functions\/api\//,
    may: [/^functions\/api\//, /^packages\/(core|kernel|lambda)\//, /^zod$/, /^aws-lambda$/, /^node:crypto$/],
  },
  {
    room: 'functions/workers',
    is: /^functions\/workers\//,
    may: [/^packages\/(core|kernel|lambda)\//, /^zod$/, /^aws-lambda$/],
  },
  {
    room: 'functions/commands',
    is: /^functions\/commands\//,
    may: [/^functions\/commands\//, /^packages\/(core|kernel|lambda)\//, /^node:(crypto|fs\/promises)$/],
  },
  { room: 'manifest', is: /^functions\/manifest\.ts$/, may: [/^packages\/lambda\/src\/manifest\.ts$/] },
  {
    room: 'infra',
    is: /^infra\//,
    may: [
      /^infra\//,
      /^functions\/(manifest|api\/routes)\.ts$/,
      /^packages\/(kernel\/src\/(table|layout|model)|lambda\/src\/(manifest|deps|route|fonts))\.ts$/,
      /^(aws-cdk-lib|constructs|cdk-nag|esbuild|zod)/,
      /^cdk\.json$/,
      /^node:/,
    ],
  },
]

describe('who may import whom', () => {
  for (const file of sources) {
    const room = rooms.find(({ is }) => is.test(file))
    if (!room) continue
    test(`${file} stays within ${room.room}`, () => {
      const strayed = importsOf(file).filter(({ to }) => !room.may.some((allowed) => allowed.test(to)))

      expect(strayed.map(({ to }) => to)).toEqual([])
    })
  }

  test('only tests and the start command import the local cloud', () => {
    const users = imports.filter(
      ({ from, to }) => to.startsWith('packages/local/') && !from.startsWith('packages/local/'),
    )

    expect(users).toEqual([])
  })

  test('core services and rules do not know the AWS SDK', () => {
    expect(
      imports.filter(({ from, to }) => /^packages\/(core|kernel)\//.test(from) && to.startsWith('@aws-sdk/')),
    ).toEqual([])
  })

  test('workers do not import each other', () => {
    expect(
      imports.filter(({ from, to }) => from.startsWith('functions/workers/') && to.startsWith('functions/workers/')),
    ).toEqual([])
  })
})

test('no file imports itself through others', () => {
  const graph = new Map(
    sources.map((file) => [
      file,
      importsOf(file)
        .filter(({ to, isTypeOnly }) => isFile(to) && !isTypeOnly)
        .map(({ to }) => to),
    ]),
  )
  const settled = new Set<string>()
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (settled.has(file)) return undefined
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...path, file])
      if (circle) return circle
    }
    settled.add(file)
    return undefined
  }

  expect(sources.map((file) => visit(file, [])).find(Boolean)).toBeUndefined()
})

describe('one door for each thing', () => {
  const door = (pattern: RegExp, doors: readonly string[]) =>
    imports
      .filter(({ from, to }) => pattern.test(to) && !from.startsWith('packages/local/') && !doors.includes(from))
      .map(({ from }) => from)

  test('DynamoDB is reached from the table adapter only', () => {
    expect(
      door(/^@aws-sdk\/(client|lib)-dynamodb$/, [
        'packages/lambda/src/table-dynamodb.ts',
        'packages/lambda/src/table-capacity.ts',
        'packages/lambda/src/table-refusal.ts',
        'packages/lambda/src/table-condition.ts',
      ]),
    ).toEqual([])
  })

  test('mail leaves through the mailer only', () => {
    expect(door(/^@aws-sdk\/client-ses|^nodemailer/, ['packages/lambda/src/mailer.ts'])).toEqual([])
  })

  test('events leave through the bus only', () => {
    expect(door(/^@aws-sdk\/client-eventbridge$/, ['packages/lambda/src/bus.ts'])).toEqual([])
  })

  test('files are reached from their adapter only', () => {
    expect(door(/^@aws-sdk\/(client-s3|s3-request-presigner)$/, ['packages/lambda/src/files.ts'])).toEqual([])
  })

  test('nothing that is deployed scans', () => {
    const scanning = sources.filter(
      (file) =>
        !file.startsWith('packages/local/') && /\bScanCommand\b|\.scan\b/.test(readFileSync(join(root, file), 'utf8')),
    )

    expect(scanning).toEqual([])
  })
})

test('no two schemas have the same name in the API document: the second would stand in for the first', () => {
  const names = sources
    .filter((file) => /^(packages\/(core|kernel|lambda)|functions)\//.test(file))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/\.meta\(\{\s*id: '(\w+)'/g)])
    .map((match) => match[1])

  expect(names.length).toBeGreaterThan(50)
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
})

test('the README of the core names every slice', () => {
  const slices = readdirSync(join(root, 'packages/core/src'), { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  )
  const readme = readFileSync(join(root, 'packages/core/README.md'), 'utf8')

  expect(slices.map(({ name }) => name).filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
})

describe('inside kernel and core', () => {
  const pure = sources.filter((file) => /^packages\/(kernel|core)\//.test(file))

  test('time and randomness are arguments', () => {
    const reading = pure.filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now|randomUUID\(|randomBytes\(|process\.env/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )

    expect(reading).toEqual([])
  })

  test('the kernel knows no word of the CRM but the names of its ids', () => {
    const words = /\b(contact|opportunit|campaign|lead|invoice|customer)s?\b/i
    const kernel = pure.filter((file) => file.startsWith('packages/kernel/') && !file.endsWith('/ids.ts'))
    const lines = kernel.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter((line) => words.test(line) && !/^\s*(\*|\/\*\*|\/\/)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    )

    expect(lines).toEqual([])
  })
})
