import { Hono } from 'hono'
import { can, nationally } from '../../platform/authority/reach.ts'
import type { Env } from '../../platform/doors/request.ts'
import { call } from '../../platform/operation/operation.ts'
import { kindNames } from '../../platform/subject/subject.ts'
import { show } from '../../web/show.tsx'
import { withQuery } from '../../web/ui/url.ts'
import { listAudit, showHistory, verifyAudit } from './operations.ts'
import { SubjectHistory, VerificationView } from './views/history.tsx'
import { AuditTrail } from './views/trail.tsx'
import { words } from './words/words.ts'

export const auditPages = new Hono<Env>()

auditPages.get('/jejak', async c => {
  const { q, kantor, jenis, data, tindakan, sejak, sampai, sesudah, sebelum } = c.req.query()
  const given = {
    office: kantor,
    person: q,
    kind: jenis,
    id: data,
    operation: tindakan,
    from: sejak,
    to: sampai,
    after: sesudah,
    before: sebelum,
  }
  const filter = Object.fromEntries(Object.entries(given).filter(([, value]) => value))
  const found = await call(c.var.kernel, c.var.actor, listAudit, filter)
  const url = new URL(c.req.url)
  const { title } = words[c.var.viewer.locale]
  return show(
    c,
    { title },
    <AuditTrail
      {...found}
      url={url.pathname + url.search}
      values={{ q, kantor, jenis, data, tindakan, sejak, sampai }}
      subjects={c.var.kernel.subjects}
      mayVerify={can(c.var.actor, 'audit.read', nationally)}
    />,
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
  const { lines, next } = await call(c.var.kernel, c.var.actor, showHistory, { kind, id, after: c.req.query('sesudah') })
  const { locale } = c.var.viewer
  const title = words[locale].historyOf({ kind: lines[0]?.subject.name ?? kindNames(c.var.kernel.subjects, kind)[locale] })
  return show(
    c,
    { title, breadcrumbs: [{ href: '/jejak', label: words[locale].title }, { label: title }] },
    <SubjectHistory
      fields={c.var.kernel.subjects.fields}
      title={title}
      lines={lines}
      older={next === null ? null : withQuery(c.req.path, { sesudah: next })}
    />,
  )
})
