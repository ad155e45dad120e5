import { remembered } from '../../../platform/reading/remembered.ts'
import { plain } from '../../../platform/reading/text.ts'
import { unlisted } from '../../agreements/rules/listed.ts'

export type Signatory = { name: string | null; position: string | null }

/**
 * Both sides of one cell: `Ketua KPU; Rektor Universitas X`, or on two lines; KPU stands first, then one for each partner. A single one
 * is certain when it names its side; as many as there are no parties for are not.
 */
export function readSignatories(text: string, partners = 1): { kpu: Signatory; partners: Signatory[]; certain: boolean } {
  const [kpu = '', ...rest] = partsOf(text)
  const each = partners > 1 && rest.length === partners ? rest : [rest.join(' ')]
  const certain = rest.length === 1 || each.length > 1 || (rest.length === 0 && /\bk[pi][up]\b|komisi (pemilihan|independen)/i.test(kpu))
  return { kpu: readSignatory(kpu), partners: each.map(readSignatory), certain }
}

const partsOf: (text: string) => string[] = remembered(text => text.split(/;|\r?\n|\s\/\s/).filter(part => plain(part) !== ''))

/** `Dr. Ani, S.H., Ketua`, `Ani (Ketua)`, `Ani - Ketua KPU`, or only one of the two: titles of office tell the position. */
export function readSignatory(text: string): Signatory {
  const said = plain(text).replace(/^(?:[-•*]|\d+[.)]) */, '')
  if (said === '' || said === '-') return { name: null, position: null }
  if (position.test(said)) return { name: null, position: said }
  const cut = [...said.matchAll(/\s*(?:,|\(| - |:|\bselaku\b|\bsebagai\b)\s*/gi)].find(({ index, 0: mark }) =>
    position.test(said.slice(index + mark.length)),
  )
  if (!cut) return { name: said, position: null }
  return { name: said.slice(0, cut.index), position: said.slice(cut.index + cut[0].length).replace(/\)$/, '') }
}

const position =
  /^(?:p(?:lt|lh|j|js)\.? ?)?(?:wakil |sekretaris |pelaksana )?(?:ketua|anggota|komisioner|sekretaris|sekjen|sekretariat|pimpinan|pemimpin|rektor|dekan|direktur|dirut|direksi|kepala|kabag|kasubbag|kapol\w*|kajari|kajati|jaksa agung|dandim|danrem|panglima|menteri|gubernur|bupati|wali ?kota|manajer|manager|presiden|ceo|komisaris|pemilik|pengurus|koordinator|inspektur|deputi|camat|lurah|pejabat|staf|president|director|head|chair\w*)\b/i

/** The areas of cooperation in a cell: apart by semicolons, lines or list marks; what stands in double quotes is one as it is. */
export const readScope: (text: string) => string[] = remembered(text =>
  unlisted(text)
    .flatMap(({ text, literal }) => (literal ? [plain(text)] : text.split(/\r?\n/).map(line => plain(line).replace(mark, ''))))
    .filter(part => part !== '' && part !== '-'),
)

const mark = /^(?:[-•*]|\(?(?:\d{1,2}|[a-z])[.)]) */i
