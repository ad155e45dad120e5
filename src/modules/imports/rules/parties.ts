import { folded, isBlank } from '../../../platform/reading/text.ts'
import { unlisted } from '../../agreements/rules/listed.ts'
import { foldNumber } from '../../agreements/rules/number.ts'
import { foldName } from '../../partners/rules/partner-names.ts'
import type { FurtherOffice, FurtherPartner, Values } from '../schema/rows.ts'

/**
 * What a cell says of each of several parties: `N-1; ; N-3` of three. One text for several is that of the first. Not `certain` when
 * there are several texts, but not one for each.
 */
export function placedFor(count: number, cell: string): { of: string[]; certain: boolean } {
  const items = unlisted(cell)
  if (count < 2) return { of: [items.length === 1 ? items[0]!.text : cell], certain: true }
  const lines = cell.split(/\r?\n/).map(line => line.trim())
  const texts = items.length > 1 ? items.map(({ text }) => text) : lines.length === count ? lines : items.map(({ text }) => text)
  const told = texts.filter(text => !isBlank(text))
  const fits = texts.length === count || told.length < 2
  const of = fits ? texts : told
  return { of: Array.from({ length: count }, (_, at) => of[at] ?? ''), certain: fits }
}

type Sides = Partial<Pick<Values, 'partnerClass' | 'partnerNumber' | 'partnerSignatory' | 'furtherPartners' | 'furtherOffices'>>

/**
 * The values of a row as seen from the agreement that it is about: its first partner first, and what the row says of the others beside.
 * A number or signatory that the agreement has already, only of another partner, is no news: a register may not say whose it is.
 */
export function facing(values: Values, partners: readonly string[], known: Sides, knownPartners: readonly string[]): Values {
  const theirs = partiesOf(known, knownPartners)
  const numbers = new Set(theirs.flatMap(({ number }) => (number ? foldNumber(number) : [])))
  const signatories = new Set(theirs.map(({ signatory }) => foldSignatory(signatory)))
  const own = partiesOf(values, partners).map(party => {
    const there = theirs.find(({ name }) => name === party.name)
    if (!there || partners.length < 2) return party
    return {
      ...party,
      number: party.number && numbers.has(foldNumber(party.number)) ? null : party.number,
      signatory: signatories.has(foldSignatory(party.signatory)) ? nobody : party.signatory,
    }
  })
  const first = own.find(({ name }) => name === knownPartners[0])
  return {
    ...values,
    partnerClass: first?.partnerClass ?? null,
    partnerNumber: first?.number ?? null,
    partnerSignatory: first?.signatory ?? nobody,
    furtherPartners: own.filter(party => party !== first).map(({ name: _, ...party }) => party),
  }
}

const nobody = { name: null, position: null }
export const foldSignatory = ({ name, position }: { name: string | null; position: string | null }): string =>
  folded([name, position].map(text => (text ?? '').replace(/^\s*(?:[-•*]|\d+[.)])\s*/, '')).join(' ')).replace(/\b(?:selaku|sebagai) /g, '')

/** First and further partners as one list, each by its folded name. */
function partiesOf(sides: Sides, partners: readonly string[]): (FurtherPartner & { name: string })[] {
  const first: FurtherPartner = {
    partner: partners[0] ?? null,
    partnerId: null,
    partnerClass: sides.partnerClass ?? null,
    number: sides.partnerNumber ?? null,
    signatory: sides.partnerSignatory ?? nobody,
  }
  return [...(partners.length ? [first] : []), ...(sides.furtherPartners ?? [])].map((party, at) => ({
    ...party,
    name: partners[at] ?? foldName(party.partner ?? ''),
  }))
}

type Further = FurtherOffice | FurtherPartner
const nameOf = (party: Further): string => ('office' in party ? (party.office ?? '') : foldName(party.partner ?? ''))

/** Whether the row names a party that is not known, or says something else of one. */
export const saysMore = (known: readonly Further[], row: readonly Further[]): boolean =>
  row.some(party => {
    const same = known.find(each => nameOf(each) === nameOf(party))
    if (!same) return true
    const number = party.number && foldNumber(party.number)
    const signatory = foldSignatory(party.signatory)
    return (
      (number && number !== foldNumber(same.number ?? '')) ||
      (signatory !== '' && signatory !== foldSignatory(same.signatory)) ||
      ('partnerClass' in party && 'partnerClass' in same && party.partnerClass !== null && party.partnerClass !== same.partnerClass)
    )
  })

/** The known parties with what the row says of them, and then those that only the row names. */
export function withParties<P extends Further>(known: readonly P[], row: readonly P[]): P[] {
  const told = new Map(row.map(party => [nameOf(party), party]))
  const fresh = row.filter(party => !known.some(each => nameOf(each) === nameOf(party)))
  return [
    ...known.map(party => {
      const said = told.get(nameOf(party))
      if (!said) return party
      return { ...party, number: said.number ?? party.number, signatory: foldSignatory(said.signatory) ? said.signatory : party.signatory }
    }),
    ...fresh,
  ]
}
