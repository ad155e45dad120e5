import { Status } from '../../../web/ui/badge.tsx'
import { Button } from '../../../web/ui/button.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { Section } from '../../../web/ui/page-head.tsx'
import { ThingList } from '../../../web/ui/thing-list.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { FirstDays, FirstStep } from '../schema/first-days.ts'
import { firstDayWords } from '../words/first-days.ts'

/** What somebody who is new does first; with `onHome` it can be put away, elsewhere brought back. */
export function FirstDaysList({ firstDays: { isNew, dismissedAt, steps }, onHome }: { firstDays: FirstDays; onHome?: boolean }) {
  const w = useWords(firstDayWords)
  const done = steps.filter(({ isDone }) => isDone).length
  const away = isNew && dismissedAt !== null
  const aside = onHome ? (
    <Form action="/bantuan/hari-pertama/penutupan">
      <Button kind="quiet">{w.dismiss}</Button>
    </Form>
  ) : away ? (
    <Form action="/bantuan/hari-pertama/pembukaan">
      <Button kind="secondary">{w.restore}</Button>
    </Form>
  ) : undefined
  return (
    <Section
      title={w.title}
      id="hari-pertama"
      aside={aside}
      lead={`${w.count({ done, all: steps.length })}. ${away ? w.dismissed : w.lead}`}
    >
      <ThingList
        label={w.title}
        things={steps.map(step => ({
          href: step.href,
          head: step.title,
          aside: <Status tone={step.isDone ? 'good' : 'neutral'}>{step.isDone ? w.done : w.todo}</Status>,
          action: step.isByHand && !step.isDone ? <Complete step={step} /> : undefined,
        }))}
      />
    </Section>
  )
}

function Complete({ step: { key, title } }: { step: FirstStep }) {
  const w = useWords(firstDayWords)
  return (
    <Form action={`/bantuan/hari-pertama/${key}`}>
      <Button kind="quiet" aria-label={`${w.complete}: ${title}`}>
        {w.complete}
      </Button>
    </Form>
  )
}
