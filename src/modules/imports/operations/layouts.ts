import { createHash } from 'node:crypto'
import { type Context, newId } from '../../../platform/operation/operation.ts'
import { bare, withMapping } from '../rules/layouts.ts'
import type { Batch } from '../schema/batches.ts'
import { type Field, fields } from '../schema/codes.ts'
import type { Mapping } from '../schema/files.ts'
import { Settings } from '../schema/settings.ts'

/** The mapping and the choices that this office made for a layout before; null when it has not met it. */
export async function rememberedLayout(
  { db }: Context,
  officeId: string,
  headers: readonly string[],
): Promise<{ mapping: Mapping; settings: Settings } | null> {
  const found = await db
    .selectFrom('import_layout')
    .select(['columns', 'settings'])
    .where('office_id', '=', officeId)
    .where('headers', '=', keyOf(headers))
    .executeTakeFirst()
  if (!found) return null
  const settings = Settings.parse(found.settings)
  return {
    mapping: withMapping(headers, found.columns as Partial<Record<Field, string>>),
    settings: { ...settings, dayOrder: {}, remembered: { ...settings.remembered, ...settings.dayOrder } },
  }
}

/** Keeps what was said of a layout for the office's next file; the history keeps what was said before. */
export async function rememberLayout(context: Context, batch: Batch, mapping: Mapping, settings: Settings): Promise<void> {
  const columns = JSON.stringify(Object.fromEntries(fields.map(field => [field, batch.headers[mapping[field] ?? -1] ?? ''])))
  const said = {
    columns,
    settings: JSON.stringify({ ...settings, apart: [] }),
    changed_by: context.actor.personId,
    changed_at: context.clock.now(),
  }
  await context.db
    .insertInto('import_layout')
    .values({ id: newId(), office_id: batch.office.id, headers: keyOf(batch.headers), ...said })
    .onConflict(same => same.columns(['office_id', 'headers']).doUpdateSet(said))
    .execute()
}

/** Equal for files whose headers say the same, in whatever order, case and punctuation. */
const keyOf = (headers: readonly string[]): string => createHash('sha256').update(headers.map(bare).sort().join('\n')).digest('hex')
