import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { compactPdf } from './compact.ts'

/** What one document is made of. `template` is a path from `root`, and may import other templates below `root` by `/path`. */
export type PdfTask = { root: string; template: string; data: string; made: string }

/**
 * The PDF of a template and its data, tagged and conforming to PDF/UA-1. The data reaches the template as JSON in `sys.inputs.data`, so
 * text in it is only ever text. `made` is the document's date as an instant: the same request gives the same bytes.
 *
 * A character that none of the fonts has (the fonts come with the compiler; the machine's own are not used) is printed as its code,
 * `[U+1F600]`, since an empty box tells nobody what was lost and PDF/UA forbids it.
 */
export function typesetPdf({ root, template, data, made }: PdfTask): Uint8Array {
  const compiler = NodeCompiler.create({ workspace: root })
  const creationTimestamp = Math.floor(Date.parse(made) / 1000)
  let text = data
  for (let round = 0; ; round++) {
    const result = compiler.compile({ mainFilePath: join(root, template), inputs: { data: text } })
    if (!result.result) throw new Error(`${template}: ${explain(result.takeDiagnostics()?.shortDiagnostics)}`)
    try {
      return compactPdf(compiler.pdf(result.result, { pdfStandard: 'ua-1', creationTimestamp }))
    } catch (error) {
      const lacking = lackingIn(error instanceof Error ? error.message : String(error))
      if (!lacking.length || round === 3) throw error
      text = spellOut(text, lacking)
    }
  }
}

/** The characters that the compiler says no font can show. */
function lackingIn(message: string): string[] {
  const found = [...message.matchAll(/the text `\\?"(.*?)\\?"` (?:could not be displayed|is not mapped)/gu)].map(match => match[1] ?? '')
  const characters = found.flatMap(part => [
    ...part.replace(/\\+u\{([0-9a-f]+)\}/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  ])
  return [...new Set(characters)].filter(character => character > '~')
}

function spellOut(json: string, characters: readonly string[]): string {
  const class_ = characters.map(character => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('')
  return json.replace(
    new RegExp(`[${class_}]`, 'gu'),
    character => `[U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`,
  )
}

const explain = (diagnostics: unknown): string => JSON.stringify(diagnostics ?? 'no diagnostics')
