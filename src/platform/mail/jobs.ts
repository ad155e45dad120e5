import { z } from 'zod'
import { job } from '../jobs/jobs.ts'
import { sendPosted } from './mail.ts'

export const mailJobs = [
  job({
    name: 'mail.send',
    payload: z.object({ id: z.uuid() }),
    retries: 8,
    seconds: 120,
    run: ({ store, mailer, clock }, { id }) => sendPosted(store.db, mailer, clock.now(), id),
  }),
]
