/** What is used of pdfkit 0.20, which comes without types; those that others wrote are for 0.17. */
declare module 'pdfkit' {
  interface Options {
    size: 'A4'
    margin: number
    bufferPages: boolean
    /** Empty: none of the fonts that the library would look for in files of its own. */
    font: ''
    lang: string
    info: Readonly<Record<string, string | Date>>
  }

  class PdfDocument implements AsyncIterable<Uint8Array> {
    constructor(options: Options)
    page: { width: number; height: number; margins: { bottom: number } }
    registerFont(name: string, font: Uint8Array): this
    font(name: string): this
    fontSize(points: number): this
    widthOfString(text: string): number
    text(text: string, x: number, y: number, options: { lineBreak: false }): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    lineWidth(points: number): this
    stroke(): this
    addPage(): this
    switchToPage(page: number): this
    bufferedPageRange(): { start: number; count: number }
    end(): void
    [Symbol.asyncIterator](): AsyncIterator<Uint8Array>
  }

  // biome-ignore lint/style/noDefaultExport: it is how the library is exported.
  export { PdfDocument as default }
}
