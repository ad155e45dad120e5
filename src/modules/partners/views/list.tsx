import { formatNumber } from '../../../platform/i18n/format.ts'
import { Button, ButtonLink } from '../../../web/ui/button.tsx'
import { SelectField } from '../../../web/ui/choice-field.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { type ActiveFilter, FilterBar } from '../../../web/ui/filter-bar.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { Pager } from '../../../web/ui/pager.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { withQuery } from '../../../web/ui/url.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { PartnerClass, PartnerList } from '../schema.ts'
import { words } from '../words.ts'

type Query = { q?: string | undefined; jenis?: string | undefined }
type Props = PartnerList & { url: string; values: Query; mayAdd: boolean }

export function PartnerListView({ partners, total, more, next, previous, url, values, mayAdd }: Props) {
  const w = useWords(words)
  const { locale } = useViewer()
  const turn = (name: string, cursor: string | null) => cursor && withQuery(url, { sesudah: null, sebelum: null, [name]: cursor })
  const active = activeIn(values, w)
  const count = formatNumber(locale, total)
  return (
    <>
      <PageHead title={w.partners} lead={w.lead}>
        {mayAdd ? (
          <ButtonLink href="/mitra/baru" kind="primary">
            {w.add}
          </ButtonLink>
        ) : null}
      </PageHead>
      <FilterBar url={url} values={values} search={w.search} active={active}>
        <SelectField name="jenis" label={w.class} optional options={classOptions(w)} />
      </FilterBar>
      {partners.length ? (
        <p class="hint" data-total={total}>
          {more ? w.foundMore({ count }) : w.found({ count })}
        </p>
      ) : null}
      <Table
        caption={w.partners}
        quiet
        rows={partners}
        columns={[
          { key: 'nama', label: w.name, kind: 'main', value: partner => <a href={`/mitra/${partner.id}`}>{partner.name}</a> },
          { key: 'jenis', label: w.class, value: partner => w.classes[partner.class] },
          {
            key: 'induk',
            label: w.parent,
            value: partner => (partner.parent ? <a href={`/mitra/${partner.parent.id}`}>{partner.parent.name}</a> : ''),
          },
          { key: 'narahubung', label: w.contact, value: partner => partner.contact ?? '' },
        ]}
        empty={
          active.length ? (
            <EmptyState title={w.emptyFound}>{mayAdd ? w.emptyFoundHint : w.emptyFoundReading}</EmptyState>
          ) : (
            <EmptyState title={w.empty}>{mayAdd ? w.emptyHint : w.emptyReading}</EmptyState>
          )
        }
      />
      <Pager previous={turn('sebelum', previous)} next={turn('sesudah', next)} />
    </>
  )
}

type Words = (typeof words)['id']
export const classOptions = (w: Words) => Object.entries(w.classes).map(([value, label]) => ({ value, label }))

function activeIn({ q, jenis }: Query, w: Words): ActiveFilter[] {
  return [
    ...(q ? [{ label: w.searched({ words: q }), parameters: ['q'] }] : []),
    ...(jenis && jenis in w.classes ? [{ label: w.classes[jenis as PartnerClass], parameters: ['jenis'] }] : []),
  ]
}

/** A button that posts one thing and nothing else. */
export const PostButton = ({ action, children }: { action: string; children: string }) => (
  <form method="post" action={action}>
    <Button kind="quiet">{children}</Button>
  </form>
)
