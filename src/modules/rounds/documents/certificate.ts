import { renderPdf } from '../../../platform/documents/pdf.ts'

/** What a certificate says, each line in the reader's language. */
export type Certificate = {
  lang: string
  title: string
  host: string
  given: string
  office: string
  reason: string
  topic: string
  meeting: string
  day: string
}

/** One page as a tagged PDF, dated when the marking stopped: the same winner gives the same bytes. */
export const certificatePdf = (data: Certificate, made: string): Promise<Uint8Array> =>
  renderPdf('src/modules/rounds/documents/certificate.typ', data, { made })
