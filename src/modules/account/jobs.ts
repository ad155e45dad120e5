import { z } from 'zod'
import { system } from '../../platform/authority/actor.ts'
import { job } from '../../platform/jobs/jobs.ts'
import { call } from '../../platform/operation/operation.ts'
import { tidyAnswers } from './operations/answers.ts'
import { answerRequest, tidySignIn } from './operations/signing-in.ts'

export const accountJobs = [
  job({
    name: 'sign-in.answer',
    payload: answerRequest.input,
    seconds: 60,
    run: (kernel, request) => call(kernel, system(), answerRequest, request, 'job'),
  }),
  job({
    name: 'sign-in.tidy',
    payload: z.object({}),
    seconds: 300,
    cron: '20 3 * * *',
    run: kernel => call(kernel, system(), tidySignIn, {}, 'job'),
  }),
  job({
    name: 'answers.tidy',
    payload: z.object({}),
    seconds: 1800,
    cron: '35 3 * * *',
    async run(kernel) {
      while (await call(kernel, system(), tidyAnswers, {}, 'job')) {}
    },
  }),
]
