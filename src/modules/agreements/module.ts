import type { Figure, Module, NeedGroup } from '../../module.ts'
import { inWords } from '../../platform/i18n/words.ts'
import type { Context } from '../../platform/operation/operation.ts'
import { agreementEndpoints } from './api.ts'
import { agreementBulk } from './operations/bulk.ts'
import { agreementPages } from './pages/all.ts'
import { agreementSections } from './pages/sections.tsx'
import { agreementAgenda } from './queries/agenda.ts'
import { countInForce, expiringSoon } from './queries/needs.ts'
import { agreementsSubjects } from './queries/subjects.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'
import { words } from './words.ts'

export const agreements: Module = {
  name: 'agreements',
  statusKinds,
  tasks,
  deeds,
  fields,
  operations: agreementEndpoints.map(endpoint => endpoint.operation),
  endpoints: agreementEndpoints,
  subjects: agreementsSubjects,
  pages: agreementPages,
  sections: agreementSections,
  navigation: [{ href: '/perjanjian', label: titles.agreements, power: 'agreement.read', thread: 'cooperation', order: 1 }],
  bulk: agreementBulk,
  agenda: agreementAgenda,
  needs,
  figures,
}

async function needs(context: Context): Promise<NeedGroup[]> {
  const rows = await expiringSoon(context)
  const needs = rows.map(({ id, title, partners, endsOn }) => ({
    who: partners,
    title,
    href: `/perjanjian/${id}`,
    due: endsOn,
    overdue: false,
  }))
  return [
    {
      key: 'agreements-expiring',
      title: inWords(words, w => w.needs.expiring),
      action: inWords(words, w => w.needs.decide),
      total: rows[0]?.total ?? 0,
      more: '/perjanjian?status=expiring',
      needs,
    },
  ]
}

async function figures(context: Context): Promise<Figure[]> {
  const { inForce, before, signed, office, offices = 0 } = await countInForce(context)
  if (!signed) return []
  const unit = inWords(words, w => (office ? w.needs.unitWith({ signed, office, others: offices - 1 }) : w.needs.unit({ signed })))
  return [
    {
      key: 'agreements-in-force',
      label: inWords(words, w => w.needs.figure),
      value: inForce,
      of: signed,
      unit,
      href: '/perjanjian?status=berlaku',
      change: { by: inForce - before, since: inWords(words, w => w.needs.since), good: 'up' },
    },
  ]
}
