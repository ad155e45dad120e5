import type { Value } from '../../../platform/conditions.ts'
import { formatNumber } from '../../../platform/i18n/format.ts'
import { Status } from '../../../web/ui/badge.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { type Gap, gaps } from '../rules/gaps.ts'
import type { Form } from '../rules/questions.ts'
import type { Answers } from '../schema.ts'
import { questionnaireWords } from '../words.ts'
import { answerText } from './texts.ts'

type Props = { instrument: Form['instrument']; obligations: Form['obligations']; kpu: Answers; partner: Answers }

/** What both sides said, next to each other, one table a section. A question that neither has answered is left out. */
export function GapTable({ instrument, obligations, kpu, partner }: Props) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  const answered = gaps({ instrument, obligations }, kpu, partner).filter(gap => gap.kpu !== null || gap.partner !== null)
  if (answered.length === 0) return <EmptyState title={w.gap.empty} />
  const numbers = new Map(obligations.map(({ id }, index) => [id, index + 1]))
  const said = (gap: Gap, value: Value | null) => (value === null ? w.blank : answerText(gap.question, value, locale))
  const place = ({ obligation }: Gap) =>
    obligation ? [w.obligationShort(numbers.get(obligation.id) ?? 0), obligation.article].filter(Boolean).join(' · ') : null
  return [...Map.groupBy(answered, ({ section }) => section)].map(([section, rows]) => (
    <Table
      caption={section.label[locale]}
      rows={rows}
      columns={[
        {
          key: 'question',
          label: w.gap.question,
          kind: 'main',
          value: gap => <Asked place={place(gap)} text={gap.question.label[locale]} />,
        },
        { key: 'kpu', label: w.gap.kpu, value: gap => said(gap, gap.kpu) },
        { key: 'partner', label: w.gap.partner, value: gap => said(gap, gap.partner) },
        { key: 'difference', label: w.gap.difference, kind: 'status', value: gap => <Difference gap={gap} /> },
      ]}
    />
  ))
}

const Asked = ({ place, text }: { place: string | null; text: string }) => (
  <>
    {place ? <small>{place}</small> : null} {text}
  </>
)

/** From half the scale on, two sides plainly see different things: that is a danger mark; less is a warning. */
function Difference({ gap: { difference, same, question } }: { gap: Gap }) {
  const w = useWords(questionnaireWords).gap
  const { locale } = useViewer()
  if (same === null) return <Status tone="muted">{w.waiting}</Status>
  if (same) return <Status tone="good">{w.same}</Status>
  if (difference === null || difference === 0)
    return question.type === 'text' || question.type === 'longtext' ? null : <Status tone="warning">{w.differs}</Status>
  const points = formatNumber(locale, Math.abs(difference), 2)
  return (
    <Status tone={Math.abs(difference) >= 50 ? 'danger' : 'warning'}>
      {difference > 0 ? w.kpuHigher(points) : w.partnerHigher(points)}
    </Status>
  )
}
