import { open } from 'node:fs/promises'

/**
 * The lines of a file, as they are asked for. It is opened with the first one: a reader of lines loses those it comes upon before
 * anybody asks.
 */
export async function* linesIn(file: string): AsyncGenerator<string> {
  const handle = await open(file)
  yield* handle.readLines()
}
