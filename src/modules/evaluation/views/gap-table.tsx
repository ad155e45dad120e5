import { articleIn } from '../../../platform/i18n/articles.ts'
import { formatScore } from '../../../platform/i18n/format.ts'
import { textIn } from '../../../platform/i18n/words.ts'
import { Status } from '../../../web/ui/badge.tsx'
import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { Table } from '../../../web/ui/table.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { Form } from '../../questionnaires/rules/questions.ts'
import type { Answers, Side } from '../../questionnaires/schema.ts'
import { answerText } from '../../questionnaires/views/texts.ts'
import { questionnaireWords } from '../../questionnaires/words.ts'
import { type Gap, gaps } from '../rules/gaps.ts'

type Props = { instrument: Form['instrument']; obligations: Form['obligations']; kpu: Answers; partner: Answers }

/** What both sides said, next to each other, in the order of the paper. A question that neither has answered is left out. */
export function GapTable({ instrument, obligations, kpu, partner }: Props) {
  const w = useWords(questionnaireWords)
  const { locale } = useViewer()
  const answered = gaps({ instrument, obligations }, kpu, partner).filter(gap => gap.kpu !== null || gap.partner !== null)
  const numbers = new Map(obligations.map(({ id }, index) => [id, index + 1]))
  const place = ({ obligation }: Gap) =>
    obligation
      ? [w.obligationShort({ number: numbers.get(obligation.id) ?? 0 }), articleIn(locale, obligation.article)].filter(Boolean).join(' · ')
      : ''
  const said = (gap: Gap, side: Side) => {
    const value = gap[side]
    if (value !== null) return <span class="answer">{answerText(gap.question, value, locale)}</span>
    return <small>{gap.shownTo.includes(side) ? w.blank : w.notAsked}</small>
  }
  return (
    <Table
      caption={w.gap.caption}
      rows={answered}
      under={({ section }) => textIn(section.label, locale)}
      empty={<EmptyState title={w.gap.empty} />}
      columns={[
        {
          key: 'question',
          label: w.gap.question,
          kind: 'main',
          value: gap => <QuestionText place={place(gap)} text={textIn(gap.question.label, locale)} />,
        },
        { key: 'kpu', label: w.gap.kpu, value: gap => said(gap, 'kpu') },
        { key: 'partner', label: w.gap.partner, value: gap => said(gap, 'partner') },
        { key: 'difference', label: w.gap.difference, value: gap => <Difference gap={gap} /> },
      ]}
    />
  )
}

const QuestionText = ({ place, text }: { place: string; text: string }) => (
  <>
    {place ? (
      <>
        <small>{place}</small>
        <br />
      </>
    ) : null}
    {text}
  </>
)

/** From half the scale on, two sides plainly see different things: that has a mark; less is said. A difference is no danger. Texts are for reading. */
function Difference({ gap: { difference, same, question, shownTo } }: { gap: Gap }) {
  const w = useWords(questionnaireWords).gap
  const { locale } = useViewer()
  if (question.type === 'text' || question.type === 'longtext' || shownTo.length < 2) return null
  if (same === null) return <Status tone="muted">{w.waiting}</Status>
  if (same) return <Status tone="good">{w.same}</Status>
  if (difference === null || difference === 0) return <Status tone="neutral">{w.differs}</Status>
  const points = formatScore(locale, Math.abs(difference))
  return (
    <Status tone={Math.abs(difference) >= 50 ? 'warning' : 'neutral'}>
      {difference > 0 ? w.kpuHigher({ points }) : w.partnerHigher({ points })}
    </Status>
  )
}
