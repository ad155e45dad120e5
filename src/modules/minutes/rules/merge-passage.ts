import type { Value } from '../../../platform/values/conditions.ts'
import { mergeAnswers, type StoredAnswer } from '../../questionnaires/rules/merge.ts'
import { flattenTables, rowAt, rowHistory } from '../../questionnaires/rules/rows.ts'
import { type PassageField, passageFields } from '../schema/minutes.ts'

export type PassageWords = Record<PassageField, string | null>
/** The words of a passage as they stood at one revision, and who left them so. */
export type PassageState = PassageWords & { rev: number; mine: boolean; by: string | null; at: Date }

/**
 * Merges what somebody sent of a passage with what others wrote meanwhile, as the answers of a form are merged: a passage is a table whose
 * rows are who spoke, what was said and what was concluded. `states` are those of the passage since the revision `seen`, oldest first, the
 * last one the present.
 *
 * Seen "usul A", stored now "usul B" by somebody else: sent "usul A" → nothing was touched, B stays; sent "usul C" → a conflict, B stays
 * and C is given back; sent the same B → nothing to do. Stored "usul A" still: sent "usul C" → C.
 */
export function mergePassage(
  states: readonly PassageState[],
  sent: PassageWords,
  seen: number,
): { changes: Partial<PassageWords>; conflicts: PassageField[]; stored: ReadonlyMap<PassageField, PassageState> } {
  const answers = states.map(state => ({ ...state, value: tableOf(state) }))
  const before = answers.findLast(({ rev }) => rev <= seen) ?? answers[0]
  const rows = new Map(rowHistory<StoredAnswer & PassageState>(key, answers))
  const given = flattenTables({ [key]: tableOf(sent) }, new Map([[key, passageFields]]))
  const outcome = mergeAnswers(rows, name => rowAt(before?.value, name), given, { seen: { all: seen, keys: {} }, whole: true })
  return {
    changes: Object.fromEntries(Object.entries(outcome.changes).map(([name, value]) => [fieldOf(name), value as string | null])),
    conflicts: outcome.conflicts.map(fieldOf),
    stored: new Map([...rows].map(([name, state]) => [fieldOf(name), state])),
  }
}

const key = 'passage'
const fieldOf = (name: string): PassageField => name.slice(key.length + 1, -1) as PassageField
const tableOf = (said: PassageWords): Value =>
  Object.fromEntries(passageFields.flatMap(field => (said[field] === null ? [] : [[field, said[field]]])))
