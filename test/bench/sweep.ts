import { startApi, stopEngine } from '../support/api.ts'
import { costOfSweep, loadOpenCases, type SweepCost } from '../support/open-cases.ts'

/**
 * What one run of the sweep costs with ever more open cases of which a hundred are due. The promise is that it costs what is due, not
 * what is open. Alone: node test/bench/sweep.ts [open cases]… Fails when the cost grows.
 */

export interface SweepRow extends SweepCost {
  open: number
  due: number
  /** The run after it, when nothing is due any more. */
  idle: SweepCost
  fillSeconds: number
}

const DUE = 100

/** Times ten more open cases: the power with which requests and read capacity may grow. */
const SLOPE_MAX = 0.05

export async function sweepCost(open: number): Promise<SweepRow> {
  const api = await startApi()
  const began = Date.now()
  await loadOpenCases(api, open, DUE)
  const fillSeconds = Math.round((Date.now() - began) / 1000)
  const cost = await costOfSweep(api)
  const done = api.events.filter(({ type }) => type === 'case.sla_breached').length
  if (done !== DUE) throw new Error(`The sweep did ${done} of ${DUE}.`)
  const idle = await costOfSweep(api)
  await api.stop()
  return { open, due: DUE, ...cost, idle, fillSeconds }
}

/** Power of growth from the smallest to the largest, of requests or of read capacity, whichever grows more; 0 is a straight line. */
export function slopeOf(rows: readonly SweepRow[]): number {
  const [least, most] = [rows.at(0), rows.at(-1)]
  if (!least || !most || least.open === most.open) return 0
  const growth = (pick: (row: SweepRow) => number): number => Math.log(pick(most) / pick(least))
  const slope =
    Math.max(
      growth(({ requests }) => requests),
      growth(({ rcu }) => rcu),
    ) / Math.log(most.open / least.open)
  return Math.round(slope * 1000) / 1000
}

/** Prints the table; the run fails when the cost grows. */
export function tellSweeps(rows: readonly SweepRow[]): void {
  const line = (text: string) => process.stdout.write(`${text}\n`)
  line('\nOne sweep by number of open cases (must not grow)')
  for (const { open, due, requests, rcu, wcu, idle } of rows)
    line(
      `  ${String(open).padStart(8)} open  ${due} due  ${requests} requests  ${rcu} RCU  ${wcu} WCU   then, none due: ${idle.requests} requests  ${idle.rcu} RCU`,
    )
  const slope = slopeOf(rows)
  line(`  slope ${slope} (at most ${SLOPE_MAX})`)
  if (slope > SLOPE_MAX) process.exitCode = 1
}

if (import.meta.main) {
  const rows: SweepRow[] = []
  for (const open of process.argv.slice(2).map(Number)) rows.push(await sweepCost(open))
  await stopEngine()
  tellSweeps(rows)
  process.stdout.write(`${JSON.stringify(rows)}\n`)
}
