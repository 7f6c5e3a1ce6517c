/**
 * A document for people, as what it says and in which order; whoever renders it decides where that stands. Text is set in any
 * script that the renderer has a font for.
 */
export interface Paper {
  title: string
  author: string
  /** Stands in the file: the same paper rendered twice is the same file. */
  createdAt: Date
  blocks: readonly Block[]
  /** Stands at the foot of every page, with its number. */
  footer: string
}

export type Block =
  | { kind: 'heading'; text: string }
  /** Lines one below the other; longer ones are broken, and line feeds are kept. */
  | { kind: 'lines'; lines: readonly string[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly Row[] }

export interface Column {
  header: string
  /** Share of the width: the shares of all columns are added up. */
  width: number
  isRight?: boolean
}

export interface Row {
  cells: readonly string[]
  isStrong?: boolean
}

/** Makes a file of a paper. */
export type RenderPaper = (paper: Paper) => Promise<Uint8Array>
