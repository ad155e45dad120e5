import fc from 'fast-check'
import type { VNode } from 'preact'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { together } from '../../platform/i18n/words.ts'
import type { Frame } from '../frame.ts'
import { FilterBar } from '../list/filter-bar.tsx'
import { defineList } from '../list/list.ts'
import { readList } from '../list/read.ts'
import { renderPage } from '../page.tsx'
import { Status } from './badge.tsx'
import { Bars } from './charts/bars.tsx'
import { BurnDown } from './charts/burn-down.tsx'
import { Dumbbell } from './charts/dumbbell.tsx'
import { Pareto } from './charts/pareto.tsx'
import { StackedBar } from './charts/stacked-bar.tsx'
import { TileMap } from './charts/tile-map.tsx'
import { CheckboxField, RadioField, SelectField, TickField } from './choice-field.tsx'
import { ComboField } from './combo-field.tsx'
import { Definitions } from './definitions.tsx'
import { Dialog } from './dialog.tsx'
import { Draft } from './draft.tsx'
import { ErrorPage } from './error-page.tsx'
import { DateField, NumberField, TextareaField, TextField } from './field.tsx'
import { FileField } from './file-field.tsx'
import { FieldGroup, Form } from './form.tsx'
import { History } from './history.tsx'
import { Notice } from './notice.tsx'
import { PageHead, Section } from './page-head.tsx'
import { Progress } from './progress.tsx'
import { Stat } from './stat.tsx'
import { Table } from './table.tsx'
import { Tabs } from './tabs.tsx'
import { Timeline } from './timeline.tsx'
import { Tree } from './tree.tsx'

const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;{{7*7}}\u202e`

test('whatever people write stays text in every part, in element and in attribute', () => {
  const page = everything(hostile)
  expect(page).not.toMatch(/<script>|<img|<\/script>(?!<)/)
  expect(tags(page)).toEqual(tags(everything('biasa')))
})

test('any text at all leaves the elements of a page as they are', () => {
  const plain = tags(everything('biasa'))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), text => {
      expect(tags(everything(`a${text.replaceAll(/\s/g, '')}`))).toEqual(plain)
    }),
    { numRuns: 60 },
  )
})

test('no part writes a style or a handler into the page, and every script comes from a file', () => {
  const page = everything('biasa')
  expect(page).not.toMatch(/<[^>]+\sstyle=/)
  expect(page).not.toContain('<style')
  expect(page).not.toMatch(/<[^>]+\son[a-z]+=/)
  const scripts = page.match(/<script[^>]*>[^<]*<\/script>/g) ?? []
  const file = String.raw`\/assets\/[a-z-]+(\.\w+)?\.js`
  const script = new RegExp(`^<script type="module" fetchpriority="low" src="${file}"( data-later="${file}( ${file})*")?></script>$`)
  expect(scripts.flatMap(each => each.match(new RegExp(file, 'g'))).length).toBeGreaterThan(3)
  expect(scripts.filter(each => !script.test(each))).toEqual([])
})

/** Names of the elements in order; the text of a chart breaks into a line more when it is long, so lines do not count. */
const tags = (page: string): string[] => (page.match(/<\/?[a-zA-Z][\w-]*/g) ?? []).filter(tag => !tag.endsWith('tspan'))

function everything(text: string): string {
  const frame: Frame = {
    title: text,
    path: `/${text}`,
    person: { name: text, office: text, role: text, inboxLines: 1 },
    navigation: [{ href: `/?${text}`, label: text, count: 3, current: true }],
    breadcrumbs: [{ href: `/?${text}`, label: text }, { label: text }],
    banner: text,
    notice: { kind: 'success', text },
    search: true,
    csrf: text,
  }
  return renderPage({ locale: 'id', zone: 'Asia/Jakarta', today: '2026-11-21' }, frame, <Everything text={text} />)
}

function Everything({ text }: { text: string }): VNode {
  const chart = { title: text, description: text }
  return (
    <>
      <PageHead title={text} lead={text} status={<Status tone="good">{text}</Status>} />
      <ErrorPage kind="bug" text={text} reference={text} back={`/${text}`} />
      <Notice kind="warning">{text}</Notice>
      <Tabs label={text} tabs={[{ href: `/${text}`, label: text, count: 1 }]} />
      <Section title={text}>
        <FilterBar
          list={list(text)}
          asked={readList(list(text), new URL(`http://sinergi/x?q=${encodeURIComponent(text)}&urut=${encodeURIComponent(text)}`))}
        />
        <Table
          caption={text}
          columns={[
            { key: 'a', label: text, kind: 'main', sort: true, value: row => row },
            { key: 'b', label: text, value: row => row },
          ]}
          rows={[text]}
          url="/x?a=b"
        />
      </Section>
      <Draft id={text} url={`/${text}`} rev={text}>
        <Form
          action={`/${text}`}
          csrf={text}
          idempotencyKey={text}
          hidden={{ k: text }}
          values={{ a: text, b: text, c: text, d: [text], e: text, f: text }}
          errors={{ a: [text], '': [text] }}
        >
          <FieldGroup title={text} lead={text}>
            <TextField name="a" label={text} hint={text} />
            <TextareaField name="b" label={text} hint={text} />
            <RadioField name="c" label={text} options={[{ value: text, label: text, hint: text }]} />
            <CheckboxField name="d" label={text} options={[{ value: text, label: text }]} />
            <SelectField name="e" label={text} options={[{ value: text, label: text, group: text }]} />
            <ComboField name="f" label={text} source={`/${text}`} valueLabel={text} />
            <NumberField name="g" label={text} unit={text} value={text} />
            <DateField name="h" label={text} value={text} />
            <TickField name="i" label={text} hint={text} />
            <FileField name="j" label={text} kinds={text} kept={[{ href: `/${text}`, name: text, note: text }]} />
          </FieldGroup>
        </Form>
      </Draft>
      <Dialog id="d" href={`/${text}`} trigger={text} title={text}>
        {text}
      </Dialog>
      <Definitions items={[{ term: text, value: text }]} />
      <Stat label={text} value={text} unit={text} change={{ by: 1, since: text }} />
      <Progress label={text} done={1} total={2} phases={[text]} run={text} href={`/${text}`} />
      <Timeline label={text} items={[{ title: text, by: text, on: '2026-01-01' }]} />
      <History
        label={text}
        revisions={[
          { at: '2026-01-01T00:00:00Z', by: text, what: text, reason: text, changes: [{ field: text, before: text, after: text }] },
        ]}
      />
      <Tree
        label={text}
        nodes={[{ id: 'a', label: text, href: `/${text}`, aside: text, children: [{ id: 'b', label: text, childrenHref: `/${text}` }] }]}
      />
      <TileMap {...chart} categories={text} unit={text} tiles={[{ code: '11', name: text, value: 1, of: 2, href: `/${text}` }]} />
      <Bars {...chart} categories={text} unit={text} bars={[{ label: text, value: 1, href: `/${text}` }]} />
      <Dumbbell {...chart} categories={text} sides={[text, text]} pairs={[{ label: text, first: 1, second: 2 }]} />
      <Pareto {...chart} categories={text} unit={text} bars={[{ label: text, value: 1 }]} />
      <StackedBar {...chart} categories={text} parts={[{ label: text, ink: 'good' }]} wholes={[{ label: text, values: [1] }]} />
      <BurnDown
        {...chart}
        unit={text}
        days={[
          { day: '2026-01-01', open: 3, planned: 3 },
          { day: '2026-02-01', open: 1, planned: 0 },
        ]}
        planned={text}
      />
    </>
  )
}

const list = (text: string) =>
  defineList({
    words: together(),
    fields: { q: z.string(), kind: z.string() },
    filters: [
      { parameter: 'q', field: 'q', control: 'search', label: () => text },
      { parameter: 'jenis', field: 'kind', control: 'text', label: () => text },
    ],
  })
