import { formatDay } from '../../platform/i18n/format.ts'
import { useScript } from '../needs.ts'
import { CheckboxField, type Option, SelectField, TickField } from '../ui/choice-field.tsx'
import { ComboField } from '../ui/combo-field.tsx'
import { DateField, TextField } from '../ui/field.tsx'
import { FormContext } from '../ui/form-state.ts'
import { Icon } from '../ui/icon.tsx'
import { withQuery } from '../ui/url.ts'
import { useViewer, useWords, type Viewer } from '../viewer.ts'
import { words } from '../words.ts'
import { everything, type Filter, type List, type ListQuery, type Question } from './list.ts'
import { firstPage } from './read.ts'
import { Unknown } from './unknown.tsx'
import { listWords } from './words.ts'

type Props<W> = {
  list: List<W>
  asked: ListQuery
  /** What the chosen things are called, by parameter; one that nobody may name is "…". */
  names?: Readonly<Record<string, string | null | undefined>>
  /** Parameters and orders that this reader has no use for. */
  without?: readonly string[]
}

/** A GET form over a list, so that what is filtered stands in the address; each filter in use can be taken away by itself. */
export function FilterBar<W>({ list, asked, names = {}, without = [] }: Props<W>) {
  const w = useWords(words)
  const lists = useWords(listWords)
  const own = useWords(list.words)
  const viewer = useViewer()
  useScript('plain-address')
  const filters = list.filters.filter(({ parameter }) => !without.includes(parameter))
  const search = filters.find(({ control }) => control === 'search')
  const seen = filters.filter(({ control, parameter }) => isField(control) || (control === 'thing' && asked.values[parameter]))
  const chips = chipsOf(filters, asked, names, own, viewer)
  const inPanel = chips.filter(({ parameters }) => seen.some(({ parameter }) => parameters.includes(parameter)))
  // What is in use stands below as chips; the fields are needed again where one of them was not understood.
  const isRefused = [...asked.unknown, ...(asked.unmet ?? [])].some(({ parameter }) => seen.some(filter => filter.parameter === parameter))
  const errors = Object.fromEntries((asked.unmet ?? []).map(({ parameter }) => [parameter, [lists.unknown.unchosen]]))
  const hasOrder = seen.length > 0 && list.sortLabels !== undefined
  const given = new URL(asked.url, 'http://list').searchParams
  const carried = [
    ...filters.filter(({ control }) => control === 'unseen').map(({ parameter }) => [parameter, asked.values[parameter]] as const),
    ...(hasOrder ? [] : [['urut', asked.values.urut] as const]),
    ['baris', given.get('baris')] as const,
  ]
  return (
    <FormContext.Provide value={{ id: 'saring', values: asked.values, errors, choose: w.all, inAddress: true }}>
      <plain-address>
        <form class="filters" action={asked.url.split('?')[0]!} novalidate>
          {carried.map(([name, value]) => (value ? <input type="hidden" name={name} value={value} /> : null))}
          {search ? <Search filter={search} label={search.label(own, viewer)} value={asked.values[search.parameter]} /> : null}
          {seen.length ? (
            <details open={(!search && seen.length < 3) || isRefused}>
              <summary class="button quiet">
                <Icon name="filter" />
                <span>{w.filter}</span>
                {inPanel.length ? ` (${inPanel.length})` : ''}
              </summary>
              <div class="filter-fields">
                {seen.map(filter => (
                  <Control filter={filter} words={own} called={names[filter.parameter]} value={asked.values[filter.parameter]} />
                ))}
                {hasOrder ? <Order labels={list.sortLabels!(own)} without={without} /> : null}
                <button class="button secondary">{w.apply}</button>
              </div>
            </details>
          ) : null}
        </form>
      </plain-address>
      {chips.length ? <Active url={asked.url} active={chips} rest={allOfTheRest(list, asked)} /> : null}
      <Unknown list={list} asked={asked} />
    </FormContext.Provide>
  )
}

/** Whether something narrows what the list shows, beside its tabs and what it opens with: for what to say when nothing is left. */
export const isFiltered = ({ filters }: Question, { values }: ListQuery): boolean =>
  filters.some(
    ({ parameter, control, chip, usual }) =>
      values[parameter] && !(usual && [usual, everything].includes(values[parameter])) && chip !== null && (control !== 'unseen' || chip),
  )

const isField = (control: Filter<never>['control']): boolean => !['search', 'thing', 'unseen'].includes(control)

function Search({ filter: { parameter }, label, value }: { filter: Filter<never>; label: string; value: string | undefined }) {
  const w = useWords(words)
  return (
    <div class="filter-search">
      <input type="search" name={parameter} value={value ?? ''} aria-label={label} placeholder={label} />
      <button class="button secondary">
        <Icon name="search" />
        <span>{w.search}</span>
      </button>
    </div>
  )
}

/** On a phone the order is chosen here, where cards have no heads; elsewhere it is carried along (`filters.css`). */
function Order({ labels, without }: { labels: Readonly<Record<string, string>>; without: readonly string[] }) {
  const w = useWords(words)
  const named = Object.entries(labels).filter(([key]) => !without.includes(key))
  const options = named.flatMap(([key, label]) => [
    { value: key, label: `${label}, ${w.ascending}` },
    { value: `-${key}`, label: `${label}, ${w.descending}` },
  ])
  return (
    <div class="order">
      <SelectField name="urut" label={w.order} optional placeholder={w.usualOrder} options={options} />
    </div>
  )
}

type ControlProps<W> = { filter: Filter<W>; words: W; called: string | null | undefined; value: string | undefined }

function Control<W>({ filter, words: w, called, value }: ControlProps<W>) {
  const viewer = useViewer()
  const { all } = useWords(words)
  const { parameter: name, control, source, hint } = filter
  const field = { name, label: filter.label(w, viewer), hint: hint?.(w), optional: true }
  switch (control) {
    case 'choice':
      return filter.usual ? (
        <SelectField
          {...field}
          optional={false}
          insist={false}
          value={value ?? everything}
          options={[{ value: everything, label: all }, ...(filter.options?.(w, viewer) ?? [])]}
        />
      ) : (
        <SelectField {...field} options={filter.options?.(w, viewer) ?? []} />
      )
    case 'choices':
      return <CheckboxField {...field} inline value={value?.split(',') ?? []} options={filter.options?.(w, viewer) ?? []} />
    case 'thing':
      return <SelectField {...field} options={[{ value: value ?? '', label: called ?? '…' }]} />
    case 'combo':
      return <ComboField {...field} source={source} valueLabel={called ?? undefined} />
    case 'tick':
      return <TickField name={name} label={field.label} />
    case 'day':
      return <DateField {...field} />
    case 'number':
      return <TextField {...field} size="short" inputMode="numeric" maxLength={6} />
    default:
      return <TextField {...field} size="medium" />
  }
}

/** One filter in use: what it says, and which parameters to take away to be rid of it. */
type Chip = { label: string; parameters: readonly string[]; isUsual: boolean }

function chipsOf<W>(filters: readonly Filter<W>[], asked: ListQuery, names: Props<W>['names'], w: W, viewer: Viewer): Chip[] {
  return filters.flatMap(filter => {
    const value = asked.values[filter.parameter]
    const { chip, control, parameter, usual } = filter
    if (!value || (usual && value === everything) || chip === null || (control === 'unseen' && !chip)) return []
    const label = filter.label(w, viewer)
    const called = calledIn(filter, value, names?.[parameter], filter.options?.(w, viewer), viewer)
    const said = chip
      ? chip(w, called)
      : control === 'tick'
        ? label
        : control === 'choice' || control === 'choices'
          ? called
          : `${label}: ${called}`
    return [{ label: said, parameters: [parameter, ...(filter.with ?? [])], isUsual: value === usual }]
  })
}

function calledIn(
  { control }: Filter<never>,
  value: string,
  name: string | null | undefined,
  options: readonly Option[] | undefined,
  { locale }: Viewer,
) {
  if (control === 'choices')
    return value
      .split(',')
      .map(each => options?.find(option => option.value === each)?.label ?? each)
      .join(', ')
  if (options) return options.find(option => option.value === value)?.label ?? value
  if (control === 'thing') return name ?? '…'
  return name ?? (control === 'day' ? formatDay(locale, value, 'short') : value)
}

/** What is to be said once a filter is taken away, so that the list does not open as if nothing had been asked. */
const allOfTheRest = ({ filters }: Question, { values }: ListQuery): Record<string, string> =>
  Object.fromEntries(filters.flatMap(({ parameter, usual }) => (usual && !values[parameter] ? [[parameter, everything]] : [])))

type ActiveProps = { url: string; active: readonly Chip[]; rest: Readonly<Record<string, string>> }

function Active({ url, active, rest }: ActiveProps) {
  const w = useWords(words)
  const without = (chips: readonly Chip[]) =>
    withQuery(url, {
      ...firstPage,
      ...rest,
      ...Object.fromEntries(chips.flatMap(({ parameters, isUsual }) => parameters.map(name => [name, isUsual ? everything : null]))),
    })
  return (
    <ul class="filter-active" aria-label={w.activeFilters}>
      {active.map(chip => (
        <li>
          <a href={without([chip])} aria-label={w.removeFilter({ label: chip.label })}>
            {chip.label}
            <Icon name="close" />
          </a>
        </li>
      ))}
      {active.length > 1 ? (
        <li>
          <a href={without(active)}>{w.clearFilters}</a>
        </li>
      ) : null}
    </ul>
  )
}
