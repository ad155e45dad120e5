import { Hono } from 'hono'
import { can } from '../../../platform/authority/reach.ts'
import type { Env, Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { sectionsOn } from '../../../web/sections.ts'
import { show } from '../../../web/show.tsx'
import { showHistory } from '../../audit/operations.ts'
import { showAgreement } from '../operations/read.ts'
import { nextTransitions } from '../rules/transitions.ts'
import type { AgreementDetail } from '../schema.ts'
import { AgreementView } from '../views/agreement.tsx'
import { words } from '../words.ts'

export const agreementPage = new Hono<Env>()

agreementPage.get('/perjanjian/:id', async c => {
  const { actor, kernel } = c.var
  const agreement = await agreementOf(c)
  const place = { path: agreement.office.path }
  const powers = { write: can(actor, 'agreement.write', place), end: can(actor, 'agreement.end', place) }
  const lines = can(actor, 'audit.read', place)
    ? (await call(kernel, actor, showHistory, { kind: 'agreement', id: agreement.id })).lines
    : []
  const subject = { id: agreement.id, name: agreement.title }
  return show(
    c,
    { title: agreement.title, breadcrumbs: trail(c, agreement) },
    <AgreementView
      agreement={agreement}
      may={{ write: powers.write, steps: nextTransitions(agreement, powers) }}
      lines={lines}
      fields={kernel.subjects.fields}
      sections={await sectionsOn(c, 'agreement', subject, 'own')}
      shared={await sectionsOn(c, 'agreement', subject, 'shared')}
    />,
  )
})

export const agreementOf = (c: Request): Promise<AgreementDetail> =>
  call(c.var.kernel, c.var.actor, showAgreement, { id: c.req.param('id')! })

export function trail(c: Request, agreement: AgreementDetail, label?: string) {
  const { number, title } = { number: agreement.parties.find(({ side }) => side === 'kpu')?.number, title: agreement.title }
  const list = { href: '/perjanjian', label: words[c.var.viewer.locale].agreements }
  const self = { href: `/perjanjian/${agreement.id}`, label: number ?? title }
  return label ? [list, self, { label }] : [list, self]
}
