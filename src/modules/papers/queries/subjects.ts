import type { SubjectKind } from '../../../platform/subject/subject.ts'
import { titles } from '../words/titles.ts'
import { holdsFile } from './bundles.ts'

export const paperSubjects: SubjectKind[] = [{ kind: 'letter_bundle', names: titles.bundle, holdsFile }]
