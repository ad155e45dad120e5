import { formatTime } from '../../../platform/i18n/format.ts'
import type { Value } from '../../../platform/values/conditions.ts'
import { Actions, Button } from '../../../web/ui/button.tsx'
import { Draft } from '../../../web/ui/draft.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import type { AnswerProblem } from '../../questionnaires/rules/answers.ts'
import { questionsFor } from '../../questionnaires/rules/questions.ts'
import type { Answers } from '../../questionnaires/schema.ts'
import type { KnownFiles } from '../../questionnaires/views/files-field.tsx'
import { Progress } from '../../questionnaires/views/progress.tsx'
import { Questionnaire } from '../../questionnaires/views/questionnaire.tsx'
import { answerText, fieldLabels } from '../../questionnaires/views/texts.ts'
import { problemText, questionnaireWords } from '../../questionnaires/words.ts'
import type { Assignment } from '../schema.ts'
import { evaluationWords } from '../words.ts'

export type Conflicts = Readonly<Record<string, { mine: Value | null; theirs: Value | null; by: string | null; at: Date }>>
type Props = {
  assignment: Assignment
  /** Names the draft on this device; the same person and form have the same one in every tab. */
  draftId: string
  answers: Answers
  problems?: Readonly<Record<string, AnswerProblem>>
  conflicts?: Conflicts
  /** What else is wrong, by answer key: a file that cannot be kept. */
  errors?: Errors
  rev: string
  files: KnownFiles
  /** What is stored where the form shows something else, by field name. */
  stored?: Parameters<typeof Draft>[0]['stored']
}

/** The questionnaire to fill in. Works whole without scripts; with them it saves itself, also where there is no connection. */
export function AnswerForm({ assignment, draftId, answers, problems = {}, conflicts = {}, errors = {}, rev, files, stored }: Props) {
  const isAgain = [problems, conflicts, errors].some(each => Object.keys(each).length > 0)
  const w = useWords(evaluationWords)
  const q = useWords(questionnaireWords)
  const { locale } = useViewer()
  const { id, instrument, side, obligations, savedAt } = assignment
  const said = Object.fromEntries(Object.entries(problems).map(([key, problem]) => [key, [problemText(problem)[locale]]]))
  return (
    <Draft
      id={draftId}
      url={`/evaluasi/isian/${id}/draf`}
      rev={rev}
      savedAt={savedAt ?? undefined}
      isAgain={isAgain}
      stored={stored}
      beside={<Progress instrument={instrument} side={side} obligations={obligations} answers={answers} />}
    >
      <Form
        action={`/evaluasi/isian/${id}`}
        multipart
        hidden={{ rev }}
        errors={{ ...said, ...errors }}
        labels={fieldLabels(assignment, locale)}
        asks="questions"
        gathered={{ message: q.problems.required, title: q.allRequired }}
      >
        <ConflictNotice assignment={assignment} conflicts={conflicts} />
        <Questionnaire instrument={instrument} side={side} obligations={obligations} answers={answers} problems={problems} files={files} />
        <p class="hint">{w.submitHint}</p>
        <Actions>
          {/* The first button is what the Enter key presses: it must be the harmless one. */}
          <Button kind="secondary" name="aksi" value="draf">
            {w.saveDraft}
          </Button>
          <Button name="aksi" value="kirim">
            {w.submit}
          </Button>
        </Actions>
      </Form>
    </Draft>
  )
}

/** Both values of each question that somebody else changed too; the own ones stand in the form as well. */
function ConflictNotice({ assignment, conflicts }: { assignment: Assignment; conflicts: Conflicts }) {
  const w = useWords(evaluationWords)
  const { locale, zone } = useViewer()
  const keys = Object.keys(conflicts)
  if (keys.length === 0) return null
  const labels = fieldLabels(assignment, locale)
  const questions = new Map(questionsFor(assignment).map(({ key, question }) => [key, question]))
  const text = (key: string, value: Value | null) =>
    value === null ? w.blank : answerText(questions.get(key)!, value, locale) || w.filesCount({ count: String([value].flat().length) })
  return (
    <Notice kind="warning" title={w.conflictTitle}>
      <p>{w.conflictText}</p>
      {keys.map(key => {
        const { mine, theirs, by, at } = conflicts[key]!
        return (
          <fieldset class="field">
            <legend>{labels[key]}</legend>
            <dl class="definitions">
              <div>
                <dt>{w.yours}</dt>
                <dd>{text(key, mine)}</dd>
              </div>
              <div>
                <dt>{w.theirs({ by: by ?? w.somebody, at: formatTime(locale, at, zone, 'short') })}</dt>
                <dd>{text(key, theirs)}</dd>
              </div>
            </dl>
            <label class="choice">
              <input type="checkbox" name="_pakai" value={key} /> <span>{w.takeTheirs}</span>
            </label>
          </fieldset>
        )
      })}
    </Notice>
  )
}
