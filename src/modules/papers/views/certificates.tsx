import { Found } from '../../../web/list/found.tsx'
import type { ListQuery } from '../../../web/list/list.ts'
import { Pager } from '../../../web/list/pager.tsx'
import { Status } from '../../../web/ui/badge.tsx'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { NumberField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { FormState } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { CertificateLine, CertificatePage } from '../schema/certificates.ts'
import { certificateWords } from '../words/certificates.ts'
import { addressOf } from './address.ts'

export const certificatesAddress = (meeting: string): string => `/rapat/${meeting}/sertifikat`

type Props = { page: CertificatePage; asked: Pick<ListQuery, 'url'>; partSize: number; again?: Partial<FormState> | undefined }

/** By which condition certificates are given, and who gets one. */
export function CertificatesPage({ page, asked, partSize, again }: Props) {
  const w = useWords(certificateWords)
  const { meeting, percent, rev, held, mayWrite, given, total, lines } = page
  const address = certificatesAddress(meeting.id)
  const turning = { url: asked.url, previous: page.previous, next: page.next, total }
  const parts = Math.ceil(given / partSize)
  return (
    <>
      <PageHead title={w.title} status={<a href={`/rapat/${meeting.id}`}>{meeting.name}</a>} lead={w.lead} />
      {mayWrite ? (
        <Form action={address} hidden={{ rev }} values={again?.values ?? { percent }} errors={again?.errors ?? {}}>
          <NumberField name="percent" label={w.rule} hint={w.ruleHint} unit={w.unit} whole />
          <Actions>
            <Button kind="secondary">{w.save}</Button>
          </Actions>
        </Form>
      ) : (
        <Condition percent={percent} />
      )}
      {held && given ? (
        <ul class="plain">
          {Array.from({ length: parts }, (_, at) => (
            <li>
              <a href={`${address}/pdf${at ? `?bagian=${at + 1}` : ''}`} download>
                {parts === 1 ? w.download : w.downloadPart({ from: at * partSize + 1, to: Math.min(given, (at + 1) * partSize) })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {percent === null || !total ? null : (
        <Found total={total} turning={turning}>
          {(held ? w.given : w.soFar)({ given, total })}
        </Found>
      )}
      <Table
        caption={w.title}
        quiet
        columns={useColumns(page)}
        rows={lines}
        url={asked.url}
        empty={<EmptyState title={w.none}>{w.noneHint}</EmptyState>}
      />
      <Pager {...turning} />
    </>
  )
}

/** What somebody has to do for a certificate, said before. */
export function Condition({ percent }: { percent: number | null }) {
  const w = useWords(certificateWords)
  return <p>{percent === null ? w.unstated : w.stated({ percent })}</p>
}

function useColumns({ meeting, percent, held }: CertificatePage): Column<CertificateLine>[] {
  const w = useWords(certificateWords)
  return [
    {
      key: 'nama',
      label: w.name,
      kind: 'main',
      value: ({ of, name, behalfOf, position, gets }) => (
        <>
          {held && gets ? (
            <a href={addressOf(meeting.id, { kind: 'certificate', of })} aria-label={w.open({ name })}>
              {name}
            </a>
          ) : (
            <div>{name}</div>
          )}
          <small>{behalfOf === null ? position : w.representing({ name: behalfOf })}</small>
        </>
      ),
    },
    { key: 'instansi', label: w.institution, value: ({ institution }) => institution ?? '–' },
    { key: 'hadir', label: w.presence, kind: 'number', value: ({ attended, sessions }) => w.ofSessions({ attended, sessions }) },
    ...(percent === null || !held
      ? []
      : [
          {
            key: 'sertifikat',
            label: w.status,
            kind: 'status' as const,
            value: ({ gets }: CertificateLine) => <Status tone={gets ? 'good' : 'neutral'}>{gets ? w.yes : w.no}</Status>,
          },
        ]),
  ]
}
