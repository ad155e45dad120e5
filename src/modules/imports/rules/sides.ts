import { readCode } from '../../../platform/reading/codes.ts'
import type { FoundOffice, OfficeIndex } from '../../../platform/reading/offices.ts'
import { isPlaceholder } from '../../../platform/reading/placeholders.ts'
import { isBlank, plain } from '../../../platform/reading/text.ts'
import { unlisted } from '../../agreements/rules/listed.ts'
import type { Field } from '../schema/codes.ts'
import type { Cause, FurtherOffice, FurtherPartner, Values } from '../schema/rows.ts'
import type { Blame, CellTexts } from './cells.ts'
import { readPartnerClass } from './kinds.ts'
import { readNumber } from './numbers.ts'
import { placedFor } from './parties.ts'
import { namesIn } from './several.ts'
import { readSignatories, readSignatory, type Signatory } from './signatories.ts'

/** The parties of a row: who they are, and what the row says of each. `doubts` count only when the row says something new. */
export type Sides = {
  office: FoundOffice
  partners: string[]
  kpuNumber: string | null
  values: Pick<Values, 'partnerClass' | 'partnerNumber' | 'kpuSignatory' | 'partnerSignatory' | 'furtherOffices' | 'furtherPartners'>
  causes: Cause[]
  doubts: Cause[]
}

/** `every` knows the offices beyond the reach of the one who imports: they may be parties beside one that is in it. */
export function sidesOf(
  { text }: Pick<CellTexts, 'text'>,
  { offices, every, isName, blame }: { offices: OfficeIndex; every: OfficeIndex; isName: (name: string) => boolean; blame: Blame },
): Sides {
  const doubts: Cause[] = []
  const placed = (count: number, field: Field): string[] => {
    const { of, certain } = placedFor(count, text[field])
    if (!certain) doubts.push(blame('parties_unclear', field))
    return of
  }
  const kpu = officesIn(text.officeCode, text.officeName)
  const found = kpu.map(({ code, name }, at) => (at ? every : offices).resolve(code, name))
  const numbers = placed(kpu.length, 'kpuNumber').map(numberIn)
  const { names, unclear } = namesIn(text.partner, isName)
  const partners = names.filter(name => !isBlank(name))
  const count = Math.max(1, partners.length)
  const both = readSignatories(text.signatories, count)
  const ofKpu = signatories(placed(kpu.length, 'kpuSignatory'), placed(kpu.length, 'kpuPosition'), [both.kpu])
  const ofPartners = signatories(placed(count, 'partnerSignatory'), placed(count, 'partnerPosition'), both.partners)
  const partnerNumbers = placed(count, 'partnerNumber').map(numberIn)
  const classTexts = text.partnerClass.includes(';') || count < 2 ? placed(count, 'partnerClass') : Array(count).fill(text.partnerClass)
  const classes = (classTexts as string[]).map(readPartnerClass)
  const furtherPartners = partners.slice(1).map((partner, at): FurtherPartner => {
    const [partnerClass, number, signatory] = [classes[at + 1] ?? null, partnerNumbers[at + 1] ?? null, ofPartners[at + 1]!]
    return { partner, partnerId: null, partnerClass, number, signatory }
  })
  const furtherOffices = found
    .slice(1)
    .map((each, at): FurtherOffice => ({ office: each.office, number: numbers[at + 1] ?? null, signatory: ofKpu[at + 1]! }))
  return {
    office: found.find(({ problem }) => problem !== null) ?? found[0]!,
    partners,
    kpuNumber: numbers[0] ?? null,
    values: {
      partnerClass: classes[0] ?? null,
      partnerNumber: partnerNumbers[0] ?? null,
      kpuSignatory: ofKpu[0]!,
      partnerSignatory: ofPartners[0]!,
      furtherOffices,
      furtherPartners,
    },
    causes: [
      ...(unclear ? [blame('parties_unclear', 'partner', text.partner.split(/\r?\n/).map(plain).filter(Boolean).join('; '))] : []),
      ...(isBlank(text.signatories) || both.certain ? [] : [blame('signatories_unclear', 'signatories')]),
      ...(classTexts.some((each, at) => !isBlank(each) && classes[at] === null) ? [blame('class_unknown', 'partnerClass')] : []),
    ],
    doubts,
  }
}

/** Several offices stand by their codes, or by their names when each says that it is one. */
function officesIn(code: string, name: string): { code: string; name: string }[] {
  const codes = unlisted(code).map(({ text }) => text)
  if (codes.length > 1 && codes.every(each => readCode(each) !== '')) {
    const names = placedFor(codes.length, name).of
    return codes.map((each, at) => ({ code: each, name: names[at]! }))
  }
  const names = unlisted(name).map(({ text }) => text)
  if (code.trim() === '' && names.length > 1 && names.every(each => /^k[pi][pu]\b/i.test(each)))
    return names.map(each => ({ code: '', name: each }))
  return [{ code, name }]
}

const numberIn = (text: string): string | null => (isPlaceholder(text) ? null : readNumber(text))

/** Of each party the name and position of its own columns, else of the column of both sides. */
const signatories = (names: readonly string[], positions: readonly string[], both: readonly Signatory[]): Signatory[] =>
  names.map((name, at) => {
    const position = positions[at] ?? ''
    const alone = position.trim() === '' ? readSignatory(name) : { name: plain(name) || null, position: plain(position) }
    return { name: alone.name ?? both[at]?.name ?? null, position: alone.position ?? both[at]?.position ?? null }
  })
