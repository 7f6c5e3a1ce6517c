/** Names what failed and why, then ends with `N passed, N failed`: the tests of a report, and the steps that ran beside them. */
import { readFileSync } from 'node:fs'

type Report = {
  testResults: {
    name: string
    message: string
    status: string
    assertionResults: { status: string; fullName: string; duration?: number; failureMessages: string[] }[]
  }[]
}

const [path = '', tests = '1', ...others] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)
const steps = { check: others[0], synth: others[1] }
// A run that died before it wrote its report leaves the file empty.
const { testResults }: Report = JSON.parse(readFileSync(path, 'utf8') || '{ "testResults": [] }')

let passed = 0
let failed = 0
for (const file of testResults) {
  const red = file.assertionResults.filter(({ status }) => status === 'failed')
  passed += file.assertionResults.filter(({ status }) => status === 'passed').length
  failed += red.length
  for (const test of red) {
    say(`FAILED ${file.name} > ${test.fullName} (${Math.round(test.duration ?? 0)} ms)`)
    say(test.failureMessages.join('\n').slice(0, 3000))
  }
  // A file can fail with no red test of its own: it did not load, or something outside a test threw.
  if (file.status === 'failed' && red.length === 0) {
    failed += 1
    say(`FAILED ${file.name}\n${file.message.slice(0, 3000)}`)
  }
}
for (const [name, code] of Object.entries(steps)) {
  if (code === '0') passed += 1
  else {
    failed += 1
    say(`FAILED npm run ${name} (exit code ${code})`)
  }
}
// An error outside every test, or a run that died, is told by the exit code alone.
if (tests !== '0' && failed === 0) {
  failed = 1
  say(`FAILED npm test (exit code ${tests}, no test of its own failed)`)
}
say(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
