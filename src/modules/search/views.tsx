import type { FormValues } from '../../platform/doors/request.ts'
import { Actions, Button } from '../../web/ui/button.tsx'
import { EmptyState } from '../../web/ui/empty-state.tsx'
import { TextField } from '../../web/ui/field.tsx'
import { Form } from '../../web/ui/form.tsx'
import type { Errors } from '../../web/ui/form-state.ts'
import { Marked } from '../../web/ui/marked.tsx'
import { Notice } from '../../web/ui/notice.tsx'
import { Anchors, PageHead, Section } from '../../web/ui/page-head.tsx'
import { useWords } from '../../web/viewer.ts'
import { type FoundGroup, type FoundThing, longest, type SavedSearch, type SearchAnswer, sizes } from './schema.ts'
import { words } from './words.ts'

export type SearchAddress = { q: string; kind?: string; page: number }
type Again = { id?: string; values: FormValues; errors: Errors }
type Props = { asked: SearchAddress; answer: SearchAnswer; isLong: boolean; saved: SavedSearch[]; again?: Again | undefined }

export function SearchView({ asked, answer, isLong, saved, again }: Props) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.title} />
      <search class="search-page" aria-label={w.title}>
        <form action="/cari">
          <label for="cari">{w.field}</label>
          <div>
            <input type="search" id="cari" name="q" value={asked.q} autocomplete="off" />
            {asked.kind ? <input type="hidden" name="jenis" value={asked.kind} /> : null}
            <Button>{w.button}</Button>
          </div>
        </form>
      </search>
      {isLong ? <Notice kind="warning">{w.long({ most: longest })}</Notice> : <Answer asked={asked} answer={answer} />}
      {asked.q && !isLong ? <Save asked={asked} again={again?.id ? undefined : again} /> : null}
      <Saved saved={saved} again={again} />
    </>
  )
}

function Answer({ asked, answer: { outcome, exact, groups } }: { asked: SearchAddress; answer: SearchAnswer }) {
  const w = useWords(words)
  const shown = groups.filter(({ kind }) => asked.kind === undefined || kind === asked.kind)
  if (outcome === 'empty') return <Examples />
  if (outcome === 'short' || outcome === 'unclear') return <Notice kind="info">{outcome === 'short' ? w.short : w.unclear}</Notice>
  return (
    <>
      {outcome === 'similar' ? <Notice kind="info">{w.similar({ words: asked.q })}</Notice> : null}
      {exact.length ? (
        <Section title={w.exact}>
          <Things things={exact} />
        </Section>
      ) : null}
      {asked.kind ? (
        <p>
          <a href={addressOf({ q: asked.q })}>{w.otherKinds}</a>
        </p>
      ) : null}
      {asked.kind ? null : (
        <Anchors parts={shown.map(({ kind, name, total, more }) => ({ id: kind, title: name, count: more ? undefined : total }))} />
      )}
      {shown.map(group => (
        <Group asked={asked} group={group} />
      ))}
      {exact.length || shown.length ? null : (
        <EmptyState title={w.nothing} action={<a href={`/bantuan?cari=${encodeURIComponent(asked.q.slice(0, 100))}`}>{w.inHelp}</a>}>
          {w.nothingHint}
        </EmptyState>
      )}
    </>
  )
}

function Group({ asked, group: { kind, name, total, more, found } }: { asked: SearchAddress; group: FoundGroup }) {
  const w = useWords(words)
  const isAlone = asked.kind === kind
  const count = { count: total }
  const last = Math.ceil(total / sizes.alone)
  return (
    <Section
      id={kind}
      title={name}
      aside={
        <span class="hint" data-total={total}>
          {more ? w.countMore(count) : w.count(count)}
        </span>
      }
    >
      <Things things={found} />
      {isAlone || total <= found.length ? null : (
        <p>
          <a
            href={addressOf({ q: asked.q, jenis: kind })}
            data-count={total}
            aria-label={`${name}: ${more ? w.allMore(count) : w.all(count)}`}
          >
            {more ? w.allMore(count) : w.all(count)}
          </a>
        </p>
      )}
      {isAlone && more ? <p class="hint">{w.moreHint(count)}</p> : null}
      {isAlone && last > 1 ? (
        <nav class="pager" aria-label={w.pages}>
          {asked.page > 1 ? <a href={addressOf({ q: asked.q, jenis: kind, halaman: asked.page - 1 })}>{w.previous}</a> : null}
          {asked.page < last ? <a href={addressOf({ q: asked.q, jenis: kind, halaman: asked.page + 1 })}>{w.next}</a> : null}
        </nav>
      ) : null}
    </Section>
  )
}

const Things = ({ things }: { things: FoundThing[] }) => (
  <ul class="found">
    {things.map(({ title, number, about, text, path, marks }) => (
      <li>
        <a href={path}>
          <Marked text={title} marks={marks.title} />
        </a>
        {number || about.length ? (
          <p class="hint">
            {number ? <Marked text={number} marks={marks.number} /> : null}
            {number && about.length ? ' · ' : null}
            {about.join(' · ')}
          </p>
        ) : null}
        {text ? (
          <p>
            <Marked text={text} marks={marks.text} />
          </p>
        ) : null}
      </li>
    ))}
  </ul>
)

function Examples() {
  const w = useWords(words)
  return (
    <>
      <p>{w.lead}</p>
      <h2>{w.examples}</h2>
      <ul>
        {Object.values(w.example).map(({ q, says }) => (
          <li>
            <a href={addressOf({ q })}>{q}</a>: {says}
          </li>
        ))}
      </ul>
    </>
  )
}

function Save({ asked, again }: { asked: SearchAddress; again?: Again | undefined }) {
  const w = useWords(words)
  const address = addressOf({ q: asked.q, jenis: asked.kind })
  return (
    <details class="part" open={again !== undefined}>
      <summary>{w.save}</summary>
      <Form
        id="simpan"
        action="/cari/tersimpan"
        hidden={{ address }}
        values={again?.values ?? { name: asked.q.slice(0, 100) }}
        errors={again?.errors ?? {}}
      >
        <TextField name="name" label={w.name} />
        <Actions>
          <Button kind="secondary">{w.saveButton}</Button>
        </Actions>
      </Form>
    </details>
  )
}

function Saved({ saved, again }: { saved: SavedSearch[]; again?: Again | undefined }) {
  const w = useWords(words)
  if (!saved.length) return null
  return (
    <Section title={w.saved} id="tersimpan">
      <ul class="found">
        {saved.map(({ id, name, address, rev }) => (
          <li>
            <a href={address}>{name}</a>
            <details open={again?.id === id}>
              <summary aria-label={w.renameOf({ name })}>{w.rename}</summary>
              <Form
                id={`nama-${id}`}
                action={`/cari/tersimpan/${id}`}
                hidden={{ rev }}
                values={again?.id === id ? again.values : { name }}
                errors={again?.id === id ? again.errors : {}}
              >
                <TextField name="name" label={w.name} />
                <Actions>
                  <Button kind="secondary">{w.rename}</Button>
                </Actions>
              </Form>
              <Form action={`/cari/tersimpan/${id}/penghapusan`} hidden={{ rev }}>
                <Button kind="quiet" aria-label={`${w.remove}: ${name}`}>
                  {w.remove}
                </Button>
              </Form>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function addressOf(asked: { [name: string]: string | number | undefined }): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) parameters.set(name, String(value))
  return `/cari?${parameters}`
}
