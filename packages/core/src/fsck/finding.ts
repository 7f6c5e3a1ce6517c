import type { Key } from '@rapport/kernel/table'

/** One thing in the table that contradicts another. `code` is stable; `ids` are the records and events concerned. */
export interface Finding {
  code: string
  ids: string[]
  message: string
  /** How to put it right, where what is right follows from the records themselves. */
  repair?: Repair
}

export type Repair =
  /** Writes what the record offers to search, and takes away those of `rows` that are no part of it. */
  | { reproject: string; rows: Key[] }
  /** Takes away a row that belongs to no record, or no longer to this version of it. */
  | { remove: Key; of: string; seenVersion: number | undefined }
