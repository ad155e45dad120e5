import { z } from 'zod'
import { job } from '../../platform/jobs/jobs.ts'
import { deliverDue } from '../../platform/mail/delivery.ts'

export const mailJobs = [
  job({
    name: 'mail.send',
    payload: z.object({}).loose(),
    retries: 0, // the next one comes within a minute
    seconds: 1200,
    cron: '* * * * *',
    run: deliverDue,
  }),
]
