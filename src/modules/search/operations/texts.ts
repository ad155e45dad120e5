import { z } from 'zod'
import { record } from '../../../platform/audit/record.ts'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { internalOperation, newId, operation } from '../../../platform/operation/operation.ts'
import { claimFile, forgetDerived, keepFileText, releaseFile, textState } from '../../../platform/search/file-texts.ts'
import { id } from '../../../platform/values/shapes.ts'

/** Unreadable files that are named. */
const named = 100

const State = z.object({
  complete: z.boolean().describe('Every file whose text is to be found has been read or was found not readable'),
  waiting: z.int().describe('Files that have not been read yet'),
  read: z.int(),
  cut: z.int().describe('Files of which only the beginning is found, since they say more than is kept'),
  unreadableTotal: z.int(),
  unreadable: z.array(z.object({ id, name: z.string() })).describe('Files whose text cannot be read, the latest hundred'),
})

export const showSearchState = operation({
  name: 'search.state',
  summary: 'Whether the text of every file can be found: how many wait to be read, and which cannot be read',
  power: 'setting.write',
  reads: true,
  input: z.object({}),
  output: State,
  example: {},
  async run(context) {
    authorize(context, 'setting.write', nationally)
    const state = await textState(context, named)
    return { complete: state.waiting === 0, ...state }
  },
})

export const rebuildSearch = operation({
  name: 'search.rebuild',
  summary: 'Make anew what searching derives: known words at once, the texts of files one after the other in the background',
  power: 'setting.write',
  limit: 'long',
  input: z.object({}),
  output: z.object({ waiting: z.int().describe('Files that are read anew') }),
  example: {},
  async run(context) {
    authorize(context, 'setting.write', nationally)
    await forgetDerived(context)
    const { waiting } = await textState(context, 0)
    record(context, { kind: 'search', id: newId(), reach: ['id'] }, null, { files: waiting })
    await context.enqueue('search.read', {})
    return { waiting }
  },
})

/** A step of the job that reads files: takes one that nobody else reads. */
export const claimUnread = internalOperation({
  name: 'search.claim',
  input: z.object({}),
  output: z.object({ id, name: z.string(), type: z.string(), key: z.string() }).nullable(),
  run: claimFile,
})

/** What it takes to read a file is gone: another try, which does not count as one, begins with it again. */
export const releaseUnread = internalOperation({
  name: 'search.release',
  input: z.object({ id }),
  output: z.null(),
  async run(context, { id }) {
    await releaseFile(context, id)
    return null
  },
})

export const keepRead = internalOperation({
  name: 'search.keep',
  input: z.object({ id, found: z.object({ text: z.string(), cut: z.boolean() }).nullable() }),
  output: z.null(),
  async run(context, { id, found }) {
    await keepFileText(context, id, found)
    return null
  },
})
