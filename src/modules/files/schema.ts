import { z } from 'zod'
import { id } from '../../platform/values/shapes.ts'

export const Sweep = z.object({
  at: z.coerce.date<Date | string>(),
  looked: z.int(),
  removed: z.int(),
  bytes: z.int(),
  passed: z.int().describe('How many of the files in the store it had come past'),
  stored: z.int().describe('How many files lay in the store'),
})

export const FileState = z.object({
  files: z.int(),
  bytes: z.int(),
  removed: z.int().describe('Files that were removed so far since they belonged to nothing'),
  sweeps: z.array(Sweep).describe('The last ten, latest first'),
})
export type FileState = z.output<typeof FileState>

/** How many bad files are named; all are counted. */
export const named = 100
const problems = ['missing', 'size', 'content'] as const
export type Problem = (typeof problems)[number]

export const FileCheck = z.object({
  files: z.int().describe('How many were read in this run'),
  bytes: z.int(),
  bad: z.int().describe('How many are not as they were stored'),
  shown: z.array(z.object({ id, name: z.string(), problem: z.enum(problems) })).describe(`The first ${named} of them`),
  passed: z.int().describe('How many of the stored files this run and those before it have come past'),
  stored: z.int().describe('How many files are stored'),
  next: id.nullable().describe('`after` of the run that goes on; null at the end'),
})

export type FileCheck = z.output<typeof FileCheck>
