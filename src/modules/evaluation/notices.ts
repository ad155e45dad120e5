import { z } from 'zod'
import { noticeKind } from '../../platform/notices/kind.ts'
import { noticeLines } from './words/notices.ts'

const Form = z.object({ letter: z.string(), agreement: z.string(), cycle: z.string(), dueOn: z.string() })

export const evaluationNotices = [
  noticeKind({
    kind: 'evaluation.invitation',
    names: { id: 'Undangan mengisi evaluasi', en: 'Invitations to evaluate' },
    mail: 'now',
    isRequired: true,
    params: Form,
    say: (locale, { agreement, cycle, dueOn }) => noticeLines[locale].invitation({ agreement, cycle, dueOn }),
  }),
  noticeKind({
    kind: 'evaluation.due',
    names: { id: 'Pengingat evaluasi yang belum dikirim', en: 'Reminders of evaluations not submitted' },
    mail: 'now',
    params: Form,
    say: (locale, { agreement, cycle, dueOn }) => noticeLines[locale].due({ agreement, cycle, dueOn }),
  }),
  noticeKind({
    kind: 'evaluation.returned',
    names: { id: 'Evaluasi yang dikembalikan untuk diperbaiki', en: 'Evaluations sent back for correction' },
    mail: 'now',
    isRequired: true,
    params: z.object({ agreement: z.string(), cycle: z.string() }),
    say: (locale, { agreement, cycle }) => noticeLines[locale].returned({ agreement, cycle }),
  }),
  noticeKind({
    kind: 'evaluation.news',
    names: { id: 'Perkembangan evaluasi', en: 'News of evaluations' },
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
