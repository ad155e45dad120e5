import { formatNumber } from '../../../platform/i18n/format.ts'
import type { Value } from '../../../platform/values/conditions.ts'
import { History } from '../../../web/ui/history.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { questionsFor } from '../../questionnaires/rules/questions.ts'
import { answerText, fieldLabels } from '../../questionnaires/views/texts.ts'
import type { Assignment } from '../schema.ts'
import { evaluationWords } from '../words.ts'
import { useTwoTimes } from './two-times.ts'

type Moment = {
  key: string
  value: Value | null
  before: Value | null
  by: string | null
  at: Date
  capturedAt: Date | null
  isUnchosen: boolean
}
type Props = { assignment: Assignment; moments: readonly Moment[]; more: boolean }

/** What the answers of one form were, and what was not chosen, save by save. */
export function AnswerHistory({ assignment, moments, more }: Props) {
  const w = useWords(evaluationWords)
  const { locale } = useViewer()
  const labels = fieldLabels(assignment, locale)
  const questions = new Map(questionsFor(assignment).map(({ key, question }) => [key, question]))
  const text = (key: string, value: Value | null) => {
    if (value === null) return w.blank
    const question = questions.get(key)
    return (question && answerText(question, value, locale)) || w.filesCount({ count: String([value].flat().length) })
  }
  const twoTimes = useTwoTimes()
  const saves = Object.values(
    Object.groupBy(moments, ({ at, by, capturedAt, isUnchosen }) => `${at.toISOString()} ${by} ${isUnchosen} ${twoTimes(at, capturedAt)}`),
  )
  return (
    <>
      <PageHead
        title={w.answerHistory}
        lead={`${assignment.agreement.title} · ${assignment.partner?.name ?? assignment.office.name}. ${w.answerHistoryLead}`}
      />
      <History
        label={w.answerHistory}
        revisions={saves.map(save => {
          const { at, by, capturedAt, isUnchosen } = save![0]!
          return {
            at,
            by: by ?? w.somebody,
            note: twoTimes(at, capturedAt),
            what: isUnchosen ? w.unchosen : w.answered,
            changes: save!.map(({ key, value, before }) => ({
              field: labels[key] ?? key,
              ...(before === null ? {} : { before: text(key, before) }),
              after: text(key, value),
            })),
          }
        })}
      />
      {more ? <p class="hint">{w.onlyLatest({ count: formatNumber(locale, moments.length) })}</p> : null}
    </>
  )
}
