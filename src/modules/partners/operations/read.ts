import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { id, line, optional } from '../../../platform/values/shapes.ts'
import { contactsOf } from '../queries/contacts.ts'
import { choicesFor, findPartner, pageOfPartners, similarTo } from '../queries/partners.ts'
import { mayInviteRepresentative } from '../queries/representation.ts'
import { Choice, PartnerDetail, PartnerFilter, PartnerList, Similar } from '../schema.ts'

export const listPartners = operation({
  name: 'partners.list',
  summary: 'The register of partners by name or by what is counted of them, with a contact that an office in your reach knows',
  power: 'partner.read',
  reads: true,
  input: PartnerFilter,
  output: PartnerList,
  example: { q: 'Kejaksaan Negeri Banyuwangi', class: 'state_body' },
  run: (context, filter) => pageOfPartners(context, filter),
})

export const showPartner = operation({
  name: 'partners.show',
  summary: 'One partner, its units, and the contacts that offices in your reach know',
  power: 'partner.read',
  reads: true,
  input: z.object({ id }),
  output: PartnerDetail,
  example: { id: example.partner },
  async run(context, { id }) {
    const partner = await findPartner(context, id)
    return { ...partner, contacts: await contactsOf(context, id), invitable: await mayInviteRepresentative(context, id) }
  },
})

export const searchPartners = operation({
  name: 'partners.search',
  summary: 'Partners by what was typed, for fields that choose one; where none fits, those that come near',
  power: 'partner.read',
  reads: true,
  input: z.object({ q: optional(line(200)) }),
  output: z.array(Choice),
  example: { q: 'kejaksaan' },
  run: async (context, { q }) => (await choicesFor(context, q ?? '')).map(({ name, near }) => ({ value: name, label: name, near })),
})

export const findSimilarPartners = operation({
  name: 'partners.similar',
  summary: 'Partners whose name is the same once abbreviations, case and punctuation are set aside, or nearly so',
  power: 'partner.read',
  reads: true,
  input: z.object({ name: line(200) }),
  output: z.array(Similar),
  example: { name: 'Kejari Banyuwangi' },
  run: (context, { name }) => similarTo(context, name),
})
