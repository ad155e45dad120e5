import { sendFile } from '../../../platform/doors/endpoint.ts'
import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call } from '../../../platform/operation/operation.ts'
import { askList } from '../../../web/list/ask.ts'
import { show, submit } from '../../../web/show.tsx'
import type { FormState } from '../../../web/ui/form-state.ts'
import { downloadCertificates, listCertificates, partSize, setCertificateRule } from '../operations/certificates.ts'
import { CertificateFilter } from '../schema/certificates.ts'
import { CertificatesPage, certificatesAddress } from '../views/certificates.tsx'
import { certificateWords } from '../words/certificates.ts'
import { words } from '../words/words.ts'

const list = { filters: [], fields: { after: CertificateFilter.shape.after } }

type Again = Partial<FormState> & { status?: 200 | 409 | 422 }
export async function certificatesPage(c: Request, again: Again = {}): Promise<Response> {
  const meeting = c.req.param('id') ?? ''
  const { asked, answer } = await askList(c, list, listCertificates, () => ({ meeting }))
  const { locale } = c.var.viewer
  const { title } = certificateWords[locale]
  const breadcrumbs = [
    { href: `/rapat/${meeting}`, label: answer.meeting.name },
    { href: `/rapat/${meeting}/naskah`, label: words[locale].papers },
    { label: title },
  ]
  return show(
    c,
    { title, breadcrumbs, status: again.status ?? 200 },
    <CertificatesPage page={answer} asked={asked} partSize={partSize} again={again} />,
  )
}

export function setRule(c: Request): Promise<Response> {
  return submit(c, setCertificateRule, {
    add: { meeting: c.req.param('id') },
    done: ({ meeting }) =>
      redirect(
        c,
        certificatesAddress(meeting),
        inWords(certificateWords, w => w.saved),
      ),
    again: (values, errors, status) => certificatesPage(c, { values, errors, status }),
  })
}

export const downloadAll = async (c: Request): Promise<Response> =>
  sendFile(
    c,
    await call(c.var.kernel, c.var.actor, downloadCertificates, { meeting: c.req.param('id') ?? '', part: c.req.query('bagian') ?? 1 }),
  )
