import { z } from 'zod'
import { authorize, nationally } from '../../../platform/authority/reach.ts'
import { messages } from '../../../platform/i18n/languages.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { addedLanguages } from '../queries/languages.ts'
import { coverageOf } from '../rules/coverage.ts'
import { Coverage } from '../schema.ts'

export const listLanguages = operation({
  name: 'words.list',
  summary: 'Languages that were added, and how far each is translated',
  power: 'setting.write',
  reads: true,
  input: z.object({}),
  output: z.object({ total: z.int().describe('Messages that there are'), languages: z.array(Coverage) }),
  example: {},
  async run(context) {
    authorize(context, 'setting.write', nationally)
    const all = messages()
    return { total: all.size, languages: (await addedLanguages(context.db)).map(each => coverageOf(each, all)) }
  },
})
