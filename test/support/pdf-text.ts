import * as z from 'zod'

const Extracted = z.object({ text: z.string(), totalPages: z.int() })

/** What a PDF says, as a reader of the file gets it; by another library than the one that made it. */
export async function textOf(pdf: Uint8Array): Promise<z.infer<typeof Extracted>> {
  const { extractText, getDocumentProxy } = await import(READER)
  return Extracted.parse(await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true }))
}

/** Its types need the DOM, which nothing else here does. */
const READER: string = 'unpdf'
