import { sql } from 'kysely'
import { z } from 'zod'
import { record } from '../../platform/audit/record.ts'
import { authorize, nationally, reach } from '../../platform/authority/reach.ts'
import { inEach, textIn } from '../../platform/i18n/words.ts'
import { type Context, newId, operation } from '../../platform/operation/operation.ts'
import { notFound, Refusal } from '../../platform/refusals/refusal.ts'
import { example } from '../../platform/values/example-ids.ts'
import { id } from '../../platform/values/shapes.ts'
import { cooperationInstrument } from './instrument/cooperation.ts'
import { readInstrument } from './rules/instrument.ts'
import { isReserved } from './rules/reserved-keys.ts'
import { Instrument, LocalizedText, Side } from './schema.ts'
import { refusals } from './words/refusals.ts'
import { titles } from './words/titles.ts'

const Listed = z.object({ id, key: z.string(), version: z.int(), title: LocalizedText, sides: z.array(Side), publishedAt: z.date() })

export const listInstruments = operation({
  name: 'instruments.list',
  summary: 'Published questionnaires, every version, newest first; they are the same for everybody',
  power: 'cycle.read',
  reads: true,
  input: z.object({ key: z.string().max(64).optional() }),
  output: z.object({ instruments: z.array(Listed) }),
  example: {},
  async run(context, { key }) {
    reach(context, 'cycle.read')
    const instruments = await context.db
      .selectFrom('instrument as i')
      .select([
        'i.id',
        'i.key',
        'i.version',
        'i.published_at as publishedAt',
        sql<LocalizedText>`i.definition -> 'title'`.as('title'),
        sql<Side[]>`i.definition -> 'sides'`.as('sides'),
      ])
      .$if(key !== undefined, query => query.where('i.key', '=', key!))
      .orderBy('i.key')
      .orderBy('i.version', 'desc')
      .limit(200)
      .execute()
    return { instruments }
  },
})

export const showInstrument = operation({
  name: 'instruments.show',
  summary: 'One questionnaire with all its questions',
  power: 'cycle.read',
  reads: true,
  input: z.object({ id }),
  output: Listed.extend({ definition: Instrument }),
  example: { id: example.instrument },
  async run(context, { id }) {
    reach(context, 'cycle.read')
    const row = await context.db.selectFrom('instrument').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw notFound()
    const definition = row.definition as Instrument
    return {
      id,
      key: row.key,
      version: row.version,
      publishedAt: row.published_at,
      title: definition.title,
      sides: definition.sides,
      definition,
    }
  },
})

export const publishInstrument = operation({
  name: 'instruments.publish',
  summary: 'Publish a questionnaire as the next version of its key; a published version never changes',
  power: 'cycle.write',
  input: z.object({ definition: z.record(z.string(), z.unknown()) }),
  output: Listed,
  example: {
    // As a questionnaire says it, in its two languages, whichever others were added to ours.
    definition: {
      key: 'example',
      title: { ...titles.example },
      sides: ['kpu', 'partner'],
      sections: [
        {
          key: 'general',
          label: { ...titles.general },
          questions: [{ key: 'remark', type: 'longtext', label: { ...titles.remark } }],
        },
      ],
    },
  },
  async run(context, { definition }) {
    authorize(context, 'cycle.write', nationally)
    const key = typeof definition.key === 'string' ? definition.key : ''
    await lockInstruments(context)
    const last = await context.db
      .selectFrom('instrument')
      .select(eb => eb.fn.max('version').as('version'))
      .where('key', '=', key)
      .executeTakeFirst()
    const read = readInstrument({ ...definition, version: (last?.version ?? 0) + 1 })
    if ('problems' in read) throw refusing(read.problems.map(({ path, message }) => [path, message] as const))
    const clash = read.instrument.sections.flatMap(section =>
      section.questions.filter(question => isReserved(question.key)).map(question => `${section.key}.${question.key}`),
    )
    if (clash.length) throw refusing(clash.map(path => [path, refusals.keyReserved] as const))
    return add(context, read.instrument)
  },
})

export const loadInstruments = operation({
  name: 'instruments.load',
  summary: 'Publish the questionnaire that Sinergi comes with, unless this version is there already',
  power: 'cycle.write',
  limit: 'long',
  input: z.object({}),
  output: z.object({ added: z.int() }),
  example: {},
  async run(context) {
    authorize(context, 'cycle.write', nationally)
    const { key, version } = cooperationInstrument
    await lockInstruments(context)
    if (await context.db.selectFrom('instrument').select('id').where('key', '=', key).where('version', '>=', version).executeTakeFirst())
      return { added: 0 }
    await add(context, cooperationInstrument)
    return { added: 1 }
  },
})

/** Of two who publish at once, or two servers that start on an empty database, the second finds what the first published. */
const lockInstruments = ({ db }: Pick<Context, 'db'>) => sql`select pg_advisory_xact_lock(hashtext('instrument'))`.execute(db)

async function add(context: Context, definition: Instrument) {
  const row = { id: newId(), key: definition.key, version: definition.version, published_at: context.clock.now() }
  await context.db
    .insertInto('instrument')
    .values({ ...row, definition: sql`${JSON.stringify(definition)}::jsonb` })
    .execute()
  record(context, { kind: 'instrument', id: row.id, reach: ['id'] }, null, { key: row.key, version: row.version })
  return { id: row.id, key: row.key, version: row.version, title: definition.title, sides: definition.sides, publishedAt: row.published_at }
}

const refusing = (problems: (readonly [string, LocalizedText])[]): Refusal =>
  new Refusal(
    'invalid',
    refusals.questionnaireNotPublishable,
    Object.fromEntries(
      [...Map.groupBy(problems, ([path]) => path)].map(([path, own]) => [
        ['definition', path].filter(Boolean).join('.'),
        own.map(([, message]) => inEach(tag => textIn(message, tag))),
      ]),
    ),
  )
