import { articleIn } from '../../../platform/i18n/articles.ts'
import { formatDay } from '../../../platform/i18n/format.ts'
import { ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { FileLink } from '../../../web/ui/file-link.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { looksOwn } from '../rules/number.ts'
import type { AgreementDetail, Obligation, Party } from '../schema.ts'
import { formWords } from '../words/form.ts'
import { words } from '../words.ts'

/** Each party with its own number; the commission's are looked at for their form, where somebody could put them right. */
export function Parties({ parties, warn }: { parties: readonly Party[]; warn: boolean }) {
  const w = useWords(words)
  return (
    <Section title={w.show.parties} id="pihak">
      <Table
        caption={w.show.parties}
        quiet
        rows={parties}
        columns={[
          {
            key: 'nama',
            label: w.show.name,
            kind: 'main',
            value: ({ office, partner }) => (partner ? <a href={`/mitra/${partner.id}`}>{partner.name}</a> : office?.name),
          },
          { key: 'nomor', label: w.show.partyNumber, value: party => (party.number ? <Numbered party={party} warn={warn} /> : '–') },
          {
            key: 'penandatangan',
            label: w.show.signatory,
            value: ({ signatory, signatoryPosition }) =>
              signatory || signatoryPosition ? <Two first={signatory} second={signatoryPosition} /> : '–',
          },
          ...(parties.some(({ authority }) => authority)
            ? [{ key: 'kewenangan', label: w.show.authority, value: ({ authority }: Party) => authority ?? '–' }]
            : []),
        ]}
      />
    </Section>
  )
}

function Numbered({ party: { side, number }, warn }: { party: Party; warn: boolean }) {
  const w = useWords(words)
  return (
    <span>
      {number}
      {warn && side === 'kpu' && number && !looksOwn(number) ? <p class="hint">{w.show.oddNumber}</p> : null}
    </span>
  )
}

/** One line under the other, together in one cell. */
const Two = ({ first, second }: { first: string | null; second: string | null }) =>
  first || second ? (
    <span>
      {first}
      {first && second ? <br /> : null}
      {second ? <small>{second}</small> : null}
    </span>
  ) : null

type Part = { agreement: AgreementDetail; mayWrite: boolean }

export function Obligations({ agreement, mayWrite }: Part) {
  const w = useWords(words)
  const f = useWords(formWords)
  const { locale } = useViewer()
  const base = `/perjanjian/${agreement.id}/kewajiban`
  const add = mayWrite ? <ButtonLink href={`${base}/baru`}>{w.show.addObligation}</ButtonLink> : null
  /** A column that is empty for all is none. */
  const said = (fields: (keyof Obligation)[], column: Column<Obligation>) =>
    agreement.obligations.some(obligation => fields.some(field => obligation[field])) ? [column] : []
  return (
    <Section title={w.show.obligations} id="kewajiban" count={agreement.obligations.length} aside={add}>
      <Table
        caption={w.show.obligations}
        quiet
        rows={agreement.obligations}
        columns={[
          { key: 'isi', label: f.obligation.text, kind: 'main', value: ({ text }) => text },
          { key: 'pihak', label: f.obligation.side, value: ({ side }) => w.sides[side] },
          ...said(['article'], { key: 'pasal', label: w.show.article, value: ({ article }) => articleIn(locale, article) ?? '' }),
          ...said(['indicator', 'target'], {
            key: 'indikator',
            label: w.show.indicator,
            value: ({ indicator, target }) => <Two first={indicator} second={target && `${w.show.target}: ${target}`} />,
          }),
          ...said(['dueOn'], {
            key: 'tenggat',
            label: w.show.due,
            kind: 'date',
            value: ({ dueOn }) => dueOn && formatDay(locale, dueOn, 'short'),
          }),
          ...(mayWrite
            ? [
                {
                  key: 'tindakan',
                  label: '',
                  kind: 'actions' as const,
                  value: ({ id }: { id: string }) => (
                    <ButtonLink href={`${base}/${id}/ubah`} kind="quiet">
                      {w.show.change}
                    </ButtonLink>
                  ),
                },
              ]
            : []),
        ]}
        empty={<EmptyState title={w.show.noObligations}>{mayWrite ? w.show.noObligationsHint : null}</EmptyState>}
      />
    </Section>
  )
}

export function Documents({ agreement, mayWrite }: Part) {
  const w = useWords(words)
  const { document: f } = useWords(formWords)
  const { locale } = useViewer()
  const base = `/perjanjian/${agreement.id}/dokumen`
  const isPublic = agreement.stage === 'signed' && agreement.openness === 'public'
  const add = mayWrite ? <ButtonLink href={`${base}/baru`}>{w.show.addDocument}</ButtonLink> : null
  return (
    <Section title={w.show.documents} id="dokumen" count={agreement.documents.length} aside={add}>
      {agreement.documents.length ? (
        <ul class="files">
          {agreement.documents.map(({ id, label, file, addedBy, addedAt, published }) => (
            <li>
              <FileLink
                href={`/berkas/${file.id}`}
                name={label}
                bytes={file.size}
                note={[addedBy, formatDay(locale, addedAt.slice(0, 10), 'short'), published && isPublic ? f.isPublished : null]
                  .filter(Boolean)
                  .join(', ')}
              />
              {mayWrite && (published || isPublic) ? (
                <ButtonLink href={`${base}/${id}/penerbitan`} kind="quiet">
                  {published ? f.withdraw : f.publish}
                </ButtonLink>
              ) : null}
              {mayWrite ? (
                <ButtonLink href={`${base}/${id}/penghapusan`} kind="quiet">
                  {w.show.remove}
                </ButtonLink>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={w.show.noDocuments}>{mayWrite ? w.show.noDocumentsHint : null}</EmptyState>
      )}
    </Section>
  )
}
