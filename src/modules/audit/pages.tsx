import { Hono } from 'hono'
import { can, nationally } from '../../platform/authority/reach.ts'
import type { Env } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { kindNames } from '../../platform/subject/subject.ts'
import { askList } from '../../web/list/ask.ts'
import { show } from '../../web/show.tsx'
import { listAudit, showHistory, verifyAudit } from './operations.ts'
import { AuditFilter } from './schema.ts'
import { SubjectHistory, VerificationView } from './views/history.tsx'
import { hidesSignIns, trailList } from './views/listing.ts'
import { AuditTrail } from './views/trail.tsx'
import { words } from './words/words.ts'

export const auditPages = new Hono<Env>()

auditPages.get('/jejak', async c => {
  const { subjects } = c.var.kernel
  const { asked, answer } = await askList(c, trailList(subjects), listAudit, ({ values }) =>
    hidesSignIns(values) ? { withoutSignIns: true } : {},
  )
  const { title } = words[c.var.viewer.locale]
  return show(
    c,
    { title },
    <AuditTrail {...answer} asked={asked} subjects={subjects} mayVerify={can(c.var.actor, 'audit.read', nationally)} />,
  )
})

auditPages.get('/jejak/pemeriksaan', async c => {
  const result = await call(c.var.kernel, c.var.actor, verifyAudit, {})
  const { title, verify } = words[c.var.viewer.locale]
  return show(
    c,
    { title: verify, breadcrumbs: [{ href: '/jejak', label: title }, { label: verify }] },
    <VerificationView result={result} />,
  )
})

auditPages.get('/jejak/:kind/:id', async c => {
  const { kind, id } = c.req.param()
  const { asked, answer } = await askList(c, historyList, showHistory, () => ({ kind, id }))
  const { lines, next } = answer
  const { locale } = c.var.viewer
  const title = words[locale].historyOf({ kind: lines[0]?.subject.name ?? kindNames(c.var.kernel.subjects, kind)[locale] })
  return show(
    c,
    { title, breadcrumbs: [{ href: '/jejak', label: words[locale].title }, { label: title }] },
    <SubjectHistory fields={c.var.kernel.subjects.fields} title={title} lines={lines} next={next} url={asked.url} />,
  )
})

const historyList = { filters: [], fields: { after: AuditFilter.shape.after } }
