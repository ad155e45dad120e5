import { sendFile } from '../../../platform/doors/endpoint.ts'
import type { Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { firstOf } from '../../../platform/values/cut.ts'
import { askList } from '../../../web/list/ask.ts'
import { plainList } from '../../../web/list/list.ts'
import { show } from '../../../web/show.tsx'
import { showAttachment, showPicture } from '../operations/pictures.ts'
import { listAttachments } from '../operations/read.ts'
import { AttachmentList } from '../views/attachments.tsx'
import { pathOf } from '../views/form.tsx'
import { words } from '../words.ts'

/** All files that came with comments on one thing. */
export async function attachmentsPage(c: Request): Promise<Response> {
  const { answer } = await askList(c, plainList, listAttachments, () => c.req.param())
  const w = words[c.var.viewer.locale]
  const all = pathOf({ kind: c.req.param('kind')!, id: c.req.param('subject')! })
  const breadcrumbs = [
    { href: answer.path ?? undefined, label: firstOf(answer.name, 80) },
    { href: all, label: w.comments },
    { label: w.files },
  ]
  const title = w.filesOn({ name: firstOf(answer.name, 80) })
  return show(c, { title, breadcrumbs }, <AttachmentList page={answer} url={`${all}/lampiran`} />)
}

const fileOf = (c: Request) => c.req.param('file')!

/** As it came: a PDF opens in the browser, a picture as well; what else there is is only ever downloaded. */
export const attachment = async (c: Request): Promise<Response> =>
  sendFile(c, await call(c.var.kernel, c.var.actor, showAttachment, { file: fileOf(c) }), c.req.query('unduh') === undefined)

export async function picture(c: Request): Promise<Response> {
  const size = c.req.param('size') === 'kecil' ? 'small' : 'large'
  return sendFile(c, await call(c.var.kernel, c.var.actor, showPicture, { file: fileOf(c), size }), true)
}
