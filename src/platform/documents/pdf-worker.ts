import { buffer } from 'node:stream/consumers'
import { type PdfRequest, typesetPdf } from './typst.ts'

// A process of its own, started by pdf.ts: a request as JSON on standard input, the PDF on standard output.
const request = JSON.parse((await buffer(process.stdin)).toString('utf8')) as PdfRequest
process.stdout.write(typesetPdf(request))
