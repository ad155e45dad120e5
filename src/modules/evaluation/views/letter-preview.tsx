import type { ComponentChildren } from 'preact'
import { formatDay, formatNumber } from '../../../platform/i18n/format.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { ShortText } from '../../../web/ui/short-text.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import type { LetterPreview, LetterRun } from '../rules/letters.ts'
import type { Cycle } from '../schema.ts'
import { evaluationWords } from '../words.ts'

/** `origin` is the address of this site, for whoever is sent there. */
type Props = { cycle: Pick<Cycle, 'id' | 'name' | 'dueOn'>; letter: LetterRun['letter']; preview: LetterPreview; origin: string }

/** Before letters leave: how many, to whom, and who cannot be written to, with the way to change that. */
export function LetterPreviewPage({ cycle, letter, preview, origin }: Props) {
  const w = useWords(evaluationWords)
  const f = useWords(frame)
  const { locale } = useViewer()
  const { letters: all, forms, told, place, receivers } = preview
  const n = (value: number) => formatNumber(locale, value)
  const where = place?.name ?? cycle.name
  const l = w.letters[letter]
  const query = place ? `?provinsi=${place.code}` : ''
  return (
    <>
      <PageHead title={l.title({ where })} lead={<span data-total={forms}>{l.lead({ forms, letters: all })}</span>} />
      <p class="hint">{[l.rule, told ? w.letters.told({ count: n(told) }) : ''].filter(Boolean).join(' ')}</p>
      {all ? (
        <form method="post" action={`/evaluasi/${cycle.id}/${letterPaths[letter]}${query}`}>
          <Actions>
            <Button>{l.send({ letters: all })}</Button>
            <ButtonLink href={`/evaluasi/${cycle.id}${query}`} kind="quiet">
              {f.cancel}
            </ButtonLink>
          </Actions>
        </form>
      ) : (
        <Actions>
          <ButtonLink href={`/evaluasi/${cycle.id}${query}`}>{w.letters.back}</ButtonLink>
        </Actions>
      )}
      <Section title={w.letters.receivers({ count: n(all) })}>
        <Folded count={receivers.length} label={w.letters.showReceivers({ count: receivers.length })}>
          <Table
            caption={w.letters.receivers({ count: n(all) })}
            quiet
            rows={receivers}
            empty={<EmptyState title={w.letters.nobody} />}
            below={({ name, forms, phone }) => (
              <ShortText
                text={l.short({
                  name,
                  forms: n(forms),
                  cycle: cycle.name,
                  due: formatDay(locale, cycle.dueOn),
                  address: `${origin}/evaluasi`,
                })}
                phones={phone ? [phone] : []}
              />
            )}
            columns={[
              { key: 'name', label: w.letters.name, kind: 'main', value: ({ name }) => name },
              { key: 'institution', label: w.letters.institution, value: ({ institution }) => institution },
              { key: 'side', label: w.columns.side, value: ({ side }) => w.sides[side] },
              { key: 'forms', label: w.letters.forms, kind: 'number', value: row => n(row.forms) },
            ]}
          />
          {all > receivers.length ? <p class="hint">{w.letters.more({ count: n(all - receivers.length) })}</p> : null}
        </Folded>
      </Section>
      <Without preview={preview} />
    </>
  )
}

/** More than some ten rows are opened by whoever wants to read them. */
function Folded({ count, label, children }: { count: number; label: string; children: ComponentChildren }) {
  if (count <= 10) return <>{children}</>
  return (
    <details>
      <summary>{label}</summary>
      {children}
    </details>
  )
}

/** The last part of the address of each kind of letter. */
export const letterPaths = { invitation: 'undangan', reminder: 'pengingat' } as const

/** Whom nobody can be written to about, each with the page where a contact or a colleague is noted. */
export function Without({ preview: { without, lacking } }: { preview: Pick<LetterPreview, 'without' | 'lacking'> }) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const n = (value: number) => formatNumber(locale, value)
  if (!lacking) return null
  return (
    <Section title={w.letters.without({ count: n(lacking) })} lead={w.letters.withoutHint}>
      <Folded count={without.length} label={w.letters.showWithout({ count: without.length })}>
        <Table
          caption={w.letters.without({ count: n(lacking) })}
          quiet
          rows={without}
          columns={[
            {
              key: 'institution',
              label: w.letters.institution,
              kind: 'main',
              value: ({ id, name, side }) => <a href={side === 'partner' ? `/mitra/${id}` : `/satuan-kerja/${id}`}>{name}</a>,
            },
            { key: 'side', label: w.columns.side, value: ({ side }) => w.sides[side] },
            { key: 'forms', label: w.letters.forms, kind: 'number', value: row => n(row.forms) },
            {
              key: 'act',
              label: '',
              kind: 'actions',
              value: ({ id, code, name, side }) =>
                side === 'partner' ? (
                  <a href={`/mitra/${id}/narahubung/baru`} aria-label={`${w.letters.addContact}: ${name}`}>
                    {w.letters.addContact}
                  </a>
                ) : (
                  <a href={`/orang?kantor=${code}`} aria-label={`${w.letters.people}: ${name}`}>
                    {w.letters.people}
                  </a>
                ),
            },
          ]}
        />
        {lacking > without.length ? <p class="hint">{w.letters.more({ count: n(lacking - without.length) })}</p> : null}
      </Folded>
    </Section>
  )
}
