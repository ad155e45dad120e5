import type { Context } from '../operation/operation.ts'
import { findSubjects, type SubjectRef } from '../subject/subject.ts'

/** What a notice is about, to the one who asks today: whether they may still read what it says, and its page. */
export type Reached = { isReadable: boolean; path: string | null }

/** In the order given; what is of a kind that is read nowhere is readable for whoever was told. */
export async function reachedOf(context: Context, subjects: readonly SubjectRef[]): Promise<Reached[]> {
  const found = await findSubjects(context, subjects)
  return subjects.map(({ kind }, index) => ({
    isReadable: found[index] !== null || !context.subjects.kinds.get(kind)?.find,
    path: found[index]?.path ?? null,
  }))
}
