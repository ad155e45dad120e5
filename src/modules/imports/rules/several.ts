import { isPlaceholder } from '../../../platform/reading/placeholders.ts'
import { plain } from '../../../platform/reading/text.ts'
import { unlisted } from '../../agreements/rules/listed.ts'

/**
 * The partners that a cell names, in their order: apart by semicolons, by numbering (`1. A 2. B`), or by line breaks where each line is
 * a name of its own. A comma and *dan* part nothing, since names hold them: `Badan Bahasa dan Perbukuan`. What stands in double quotes
 * is one name whatever it holds. `isName` knows the names that the file writes on one line: a name that is only wrapped is no two.
 */
export function namesIn(cell: string, isName: (name: string) => boolean): { names: string[]; unclear: boolean } {
  const items = unlisted(cell)
  if (items.length > 1 || items[0]!.literal)
    return sure(items.flatMap(({ text, literal }) => (literal ? [text] : isPlaceholder(text) ? [] : [unmarked(text)])))
  const numbered = numberedIn(cell)
  if (numbered.length > 1) return sure(numbered)
  const lines = cell
    .split(/\r?\n/)
    .map(unmarked)
    .filter(line => line !== '')
  if (lines.length < 2 || isName(lines.join(' '))) return sure([cell])
  const marked = cell.split(/\r?\n/).filter(line => /^\s*(?:[-•*]|\(?(?:\d{1,2}|[a-z])[.)])\s/i.test(line)).length
  if (
    marked === lines.length ||
    lines.every(line => isName(line)) ||
    lines.slice(0, -1).every(line => /(?:,|&|\bdan|\bserta)$/i.test(line))
  )
    return sure(lines.map(line => line.replace(/\s*(?:,|&|\bdan|\bserta)$/i, '')))
  if (!lines.every(line => /^\S+ \S/.test(line))) return sure([cell])
  const first = lines.map(line => line.split(' ')[0]!.toLowerCase())
  if (new Set(first).size === 1 || first.every(word => bodies.has(word.replace(/\W/g, '')))) return sure(lines)
  return { names: [cell], unclear: lines.every(line => /^[\p{Lu}\d]/u.test(line)) }
}

const sure = (names: string[]) => ({ names, unclear: false })
const unmarked = (text: string) => plain(text).replace(/^(?:[-•*]|\(?(?:\d{1,2}|[a-z])[.)])\s+/i, '')

/** The items of a numbering from 1 without a gap, which may stand on one line. */
function numberedIn(cell: string): string[] {
  const marks = [...cell.slice(0, 5000).matchAll(/(?<=^|\s)\(?(\d{1,2})[.)]\s+/g)]
  if (marks.length < 2 || marks[0]!.index > 3 || marks.some((mark, at) => Number(mark[1]) !== at + 1)) return []
  return marks
    .map((mark, at) => plain(cell.slice(mark.index + mark[0].length, marks[at + 1]?.index)).replace(/\s*[;,]$/, ''))
    .filter(name => !isPlaceholder(name))
}

/** Words that the names of organisations begin with. */
const bodies = new Set(
  'universitas univ institut politeknik sekolah stikes stie stkip akademi fakultas uin iain kementerian kemenag kemenkumham dinas badan kantor pemerintah pemprov pemkab pemkot dprd polda polres polsek kepolisian kejaksaan kejari kejati kodim korem pengadilan bawaslu panwaslu komisi lembaga ikatan himpunan perkumpulan perhimpunan persatuan organisasi asosiasi forum yayasan pt cv ud bank rumah rsud radio tv televisi harian media smk sma man perpustakaan balai majelis dewan gerakan komunitas jaringan lsm palang kwartir pwi aji pc pimpinan pengurus desa kecamatan bpjs bps bnn bpbd rri tvri'.split(
    ' ',
  ),
)
