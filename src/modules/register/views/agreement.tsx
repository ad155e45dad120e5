import { formatDay } from '../../../platform/i18n/format.ts'
import { Definitions } from '../../../web/ui/definitions.tsx'
import { FileLink } from '../../../web/ui/file-link.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as agreementWords } from '../../agreements/words.ts'
import type { RegisterAgreement } from '../schema.ts'
import { words } from '../words.ts'
import { statusBadge } from './status.tsx'

/** What everybody may know of one agreement, and how to ask for the rest. */
export function RegisterAgreementView({ agreement }: { agreement: RegisterAgreement }) {
  const w = useWords(words)
  const { kinds } = useWords(agreementWords)
  const { locale } = useViewer()
  const { kind, title, status, openness, office, parties, scope, signedOn, startsOn, endsOn, endedOn } = agreement
  const onDay = (day: string | null) => day && <time datetime={day}>{formatDay(locale, day)}</time>
  return (
    <>
      <PageHead title={title} status={statusBadge(w, status)} lead={kinds[kind]} />
      <Definitions
        items={[
          { term: w.signedOn, value: onDay(signedOn) },
          { term: w.startsOn, value: onDay(startsOn) },
          { term: w.endsOn, value: endsOn ? onDay(endsOn) : w.noEnd },
          { term: w.endedOn, value: onDay(endedOn) },
          { term: w.office, value: office },
          { term: w.openness, value: w.opennesses[openness] },
        ]}
      />
      <Section title={w.parties} id="pihak">
        <Table
          caption={w.parties}
          quiet
          rows={parties}
          columns={[
            { key: 'nama', label: w.name, kind: 'main', value: ({ name }) => name },
            { key: 'pihak', label: w.side, value: ({ side }) => w.sides[side] },
            { key: 'nomor', label: w.partyNumber, value: ({ number }) => number ?? '' },
          ]}
        />
      </Section>
      {scope.length ? (
        <Section title={w.scope} id="ruang-lingkup">
          <ul>
            {scope.map(item => (
              <li>{item}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Documents {...agreement} />
    </>
  )
}

function Documents({ id, openness, documents, office, askAt }: RegisterAgreement) {
  const w = useWords(words)
  const ask = w.ask({ office: askAt ?? office })
  return (
    <Section title={w.documents} id="naskah">
      {documents.length ? (
        <ul class="files">
          {documents.map(({ id: document, label, size }) => (
            <li>
              <FileLink href={`/daftar-publik/${id}/naskah/${document}`} name={label} bytes={size} />
            </li>
          ))}
        </ul>
      ) : (
        <p>{openness === 'public' ? w.noDocuments({ ask }) : w.onRequest({ ask })}</p>
      )}
    </Section>
  )
}
