import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { example } from '../example-ids.ts'
import { operation } from '../operation.ts'
import { reach, within } from '../permissions/reach.ts'
import { notFound } from '../refusal.ts'
import { Download, id } from '../shapes.ts'
import { readFile } from './store.ts'

export const showFile = operation({
  name: 'files.show',
  summary: 'Download a file that concerns an office or a partner in your reach',
  power: 'agreement.read',
  reads: true,
  input: z.object({ id }),
  output: Download,
  example: { id: example.file },
  async run(context, { id }) {
    const file = await context.db
      .selectFrom('stored_file as f')
      .select(['f.name', 'f.type', 'f.key', 'f.sha256'])
      .where('f.id', '=', id)
      .where(within(reach(context, 'agreement.read'), { paths: sql.ref('f.reach'), partner: sql.ref('f.partner_id') }))
      .executeTakeFirst()
    if (!file) throw notFound()
    const bytes = new Uint8Array(await readFile(context.files, file.key))
    if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new Error(`File ${id} is not what was stored`)
    return { name: file.name, type: file.type, bytes }
  },
})
