import { plain } from '../../../platform/reading/text.ts'
import { longestArea } from '../../agreements/schema.ts'
import type { JudgedRow } from '../schema/rows.ts'

type BoundedTexts = Pick<JudgedRow, 'title' | 'partner' | 'kpuNumber' | 'partnerNumber' | 'scope' | 'kpuSignatory' | 'partnerSignatory'> & {
  openness: JudgedRow['openness'] | null
}

/** What the forms of agreements and partners take: a longer text could not be saved again by hand, and a far longer one not at all. */
const most = { title: 500, partner: 200, number: 120, signatory: 150, position: 200, reason: 300, scope: longestArea, areas: 200 }

export const isTooLong = ({
  title,
  partner,
  kpuNumber,
  partnerNumber,
  scope,
  kpuSignatory,
  partnerSignatory,
  openness,
}: BoundedTexts): boolean =>
  scope.length > most.areas ||
  scope.some(area => longer(area, most.scope)) ||
  longer(title, most.title) ||
  longer(partner, most.partner) ||
  longer(kpuNumber, most.number) ||
  longer(partnerNumber, most.number) ||
  [kpuSignatory, partnerSignatory].some(({ name, position }) => longer(name, most.signatory) || longer(position, most.position)) ||
  longer(openness?.reason ?? null, most.reason)

const longer = (text: string | null, length: number): boolean => text !== null && text.length > length && plain(text).length > length
