import { z } from 'zod'

/** What lists are taken away as. */
export const formats = ['csv', 'xlsx', 'json'] as const
export const Format = z.enum(formats)
