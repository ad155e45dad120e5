import { z } from 'zod'
import { noticeKind } from '../../platform/notices/kind.ts'
import { noticeLines } from './words/notices.ts'
import { titles } from './words/titles.ts'

const Form = z.object({ letter: z.string(), agreement: z.string(), cycle: z.string(), dueOn: z.string() })

export const evaluationNotices = [
  noticeKind({
    kind: 'evaluation.invitation',
    names: titles.invitationsEvaluate,
    mail: 'now',
    isRequired: true,
    params: Form,
    say: (locale, { agreement, cycle, dueOn }) => noticeLines[locale].invitation({ agreement, cycle, dueOn }),
  }),
  noticeKind({
    kind: 'evaluation.due',
    names: titles.remindersEvaluationsNotSubmitted,
    mail: 'now',
    params: Form,
    say: (locale, { agreement, cycle, dueOn }) => noticeLines[locale].due({ agreement, cycle, dueOn }),
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
