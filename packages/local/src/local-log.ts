import type { Log } from '@rapport/lambda/deps'
import { jsonLog } from '@rapport/lambda/log'

const LINES_KEPT = 10_000

export interface LocalLog {
  log: Log
  lines(): readonly string[]
}

/** The functions' log, on the terminal unless quiet, and the last lines of it to look at. */
export function createLog({ isQuiet }: { isQuiet: boolean }): LocalLog {
  const lines: string[] = []
  const log = jsonLog((line) => {
    lines.push(line)
    if (lines.length > LINES_KEPT) lines.shift()
    if (!isQuiet) process.stdout.write(line)
  })
  return { log, lines: () => lines }
}
