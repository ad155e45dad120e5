import type { Module } from '../../module.ts'
import type { Actor } from '../../platform/authority/actor.ts'
import { partnerEndpoints } from './api.ts'
import { partnerPages } from './pages.tsx'
import { partnersSubjects } from './queries/subjects.ts'
import { ownPartners } from './rules/own.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

/** Whoever speaks for one partner reads of no other: the line leads to its page. */
function ownLine(actor: Actor) {
  const [id, ...others] = ownPartners(actor)
  return id === undefined ? null : { href: others.length ? '/mitra' : `/mitra/${id}`, label: titles.ownPartner }
}

export const partners: Module = {
  name: 'partners',
  tasks,
  deeds,
  fields,
  operations: partnerEndpoints.map(endpoint => endpoint.operation),
  endpoints: partnerEndpoints,
  subjects: partnersSubjects,
  pages: partnerPages,
  navigation: [{ href: '/mitra', label: titles.partners, power: 'partner.read', thread: 'cooperation', order: 2, own: ownLine }],
}
