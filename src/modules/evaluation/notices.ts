import { z } from 'zod'
import { noticeKind } from '../../platform/notices/kind.ts'
import { formsPath, pathOf } from './rules/letters.ts'
import { noticeLines } from './words/notices.ts'
import { titles } from './words/titles.ts'

/** All that one day told of a cycle; `only` is the form where there is one alone. */
const Forms = z.object({
  cycle: z.string(),
  forms: z.int(),
  dueOn: z.string(),
  only: z.object({ id: z.string(), agreement: z.string() }).nullable(),
})
const path = ({ only }: z.output<typeof Forms>, cycleId: string) => (only ? pathOf(only.id) : formsPath(cycleId))
const said = ({ only, ...forms }: z.output<typeof Forms>) => ({ ...forms, agreement: only?.agreement ?? '' })

export const evaluationNotices = [
  noticeKind({
    kind: 'evaluation.invitation',
    names: titles.invitationsEvaluate,
    mail: 'now',
    isRequired: true,
    grows: true,
    params: Forms,
    say: (locale, forms) => noticeLines[locale].invitation(said(forms)),
    path,
  }),
  noticeKind({
    kind: 'evaluation.due',
    names: titles.remindersEvaluationsNotSubmitted,
    mail: 'now',
    grows: true,
    params: Forms,
    say: (locale, forms) => noticeLines[locale].due(said(forms)),
    path,
  }),
  noticeKind({
    kind: 'evaluation.returned',
    names: titles.evaluationsSentBackCorrection,
    mail: 'now',
    isRequired: true,
    params: z.object({ agreement: z.string(), cycle: z.string() }),
    say: (locale, { agreement, cycle }) => noticeLines[locale].returned({ agreement, cycle }),
  }),
  noticeKind({
    kind: 'evaluation.news',
    names: titles.newsEvaluations,
    mail: 'now',
    params: z.discriminatedUnion('letter', [
      z.object({ letter: z.literal('submitted'), who: z.string(), agreement: z.string(), cycle: z.string() }),
      z.object({ letter: z.literal('extended'), cycle: z.string(), until: z.string() }),
    ]),
    say: (locale, params) =>
      params.letter === 'submitted'
        ? noticeLines[locale].submitted({ who: params.who, agreement: params.agreement, cycle: params.cycle })
        : noticeLines[locale].extended({ cycle: params.cycle, until: params.until }),
  }),
]
