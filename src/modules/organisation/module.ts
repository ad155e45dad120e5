import type { Figure, Module, NeedGroup } from '../../module.ts'
import { roles } from '../../platform/authority/roles.ts'
import type { Context } from '../../platform/operation/operation.ts'
import { organisationEndpoints } from './api.ts'
import { personBulk } from './operations/bulk.ts'
import { organisationPages } from './pages/all.ts'
import { officesWithUsers, rolesEndingSoon } from './queries/needs.ts'
import { organisationSubjects } from './queries/subjects.ts'
import { deeds } from './words/deeds.ts'
import { fields } from './words/fields.ts'
import { statusKinds } from './words/statuses.ts'
import { tasks } from './words/tasks.ts'
import { titles } from './words/titles.ts'

export const organisation: Module = {
  name: 'organisation',
  statusKinds,
  tasks,
  deeds,
  fields,
  operations: organisationEndpoints.map(endpoint => endpoint.operation),
  endpoints: organisationEndpoints,
  subjects: organisationSubjects,
  pages: organisationPages,
  bulk: personBulk,
  navigation: [
    { href: '/satuan-kerja', label: titles.offices, power: 'office.read', thread: 'manage', order: 1 },
    { href: '/orang', label: titles.people, power: 'person.read', thread: 'manage', order: 2 },
  ],
  needs,
  figures,
}

async function needs(context: Context): Promise<NeedGroup[]> {
  const rows = await rolesEndingSoon(context)
  const needs = rows.map(({ personId, name, role, office, toOn }) => ({
    who: name,
    title: `${roles[role].name[context.locale]}, ${office}`,
    href: `/orang/${personId}`,
    due: toOn,
    overdue: false,
  }))
  return [{ key: 'roles', title: titles.rolesEndSoon, action: titles.look, total: rows[0]?.total ?? 0, needs }]
}

async function figures(context: Context): Promise<Figure[]> {
  const found = await officesWithUsers(context)
  if (!found || found.offices < 2) return []
  return [
    {
      key: 'offices-with-users',
      label: titles.officesUsers,
      value: found.withUsers,
      of: found.offices,
      unit: titles.offices2,
    },
  ]
}
