import { loadArchive } from '@rapport/core/archives/load'
import { systemCtx } from '@rapport/lambda/context'
import { linesIn } from './lines-in.ts'
import { operatorRuntime, runCommand } from './operator.ts'

/**
 * `npm run load-archive -- archive.jsonl`: fills an empty deployment from an archive. With `--go-on`, after it was broken off.
 * People are invited anew; everything else is as it was, and nothing reacts to what happened in the past.
 */
await runCommand(async () => {
  const [file, option] = process.argv.slice(2)
  if (!file || (option !== undefined && option !== '--go-on'))
    throw new Error('Usage: npm run load-archive -- <file> [--go-on]')
  const ctx = systemCtx(operatorRuntime(), 'load-archive', 'load-archive')
  const { records, people } = await loadArchive(ctx, linesIn(file), option === '--go-on')
  return `${records} records loaded. ${people} people get an invitation.`
})
