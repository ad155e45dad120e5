import { z } from 'zod'

/** A step of the first days: done when what was done says so, or, where `isByHand`, when the person says so. */
export const FirstStep = z.object({ key: z.string(), title: z.string(), href: z.string(), isDone: z.boolean(), isByHand: z.boolean() })
export type FirstStep = z.output<typeof FirstStep>

export const FirstDays = z.object({
  isShown: z.boolean().describe('Whether home shows it: for thirty days after the first sign-in, until all is done or it is put away'),
  isNew: z.boolean().describe('Whether the thirty days still run'),
  dismissedAt: z.coerce.date<Date | string>().nullable(),
  steps: z.array(FirstStep).describe('None once the thirty days are over'),
})
export type FirstDays = z.output<typeof FirstDays>

/** For so many days after somebody first did something here, they are new. */
export const newFor = 30

/** The steps that only the person can say to be done. */
export const byHand = ['guide', 'agreements', 'trail'] as const
