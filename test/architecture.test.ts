import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'
import { readHouse } from '../bin/rooms.js'
import { exceptions, foreignTables, readOwners, tablesIn, wrongTables } from '../bin/tables.js'
import { modules } from '../src/modules.ts'
import { root } from '../src/platform/process/root.ts'

/** A module knows only those before it. */
const order = modules.map(({ name }) => name)
/** What a module's folder may hold; the ones marked with `/` may be a folder of one subject a file. */
const names = [
  'schema/',
  'rules/',
  'queries/',
  'operations/',
  'api',
  'pages/',
  'views/',
  'jobs',
  'timers',
  'runs',
  'live',
  'notices',
  'words',
  'words/',
  'module',
]
const data: Record<string, string[]> = {
  questionnaires: ['instrument'],
  reports: ['documents'],
  rounds: ['documents'],
  organisation: ['regions'],
}
/** How a module may be entered from another. */
const doors = ['operations', 'queries', 'schema', 'views', 'rules', 'words']
/** Within a module: what may import what (left file: names it may import from its own module). */
const layers: Record<string, string[]> = {
  schema: ['schema', 'instrument', 'words'],
  rules: ['rules', 'schema', 'words'],
  words: ['words', 'schema'],
  queries: ['queries', 'schema', 'rules', 'words'],
  operations: ['operations', 'queries', 'schema', 'rules', 'words', 'regions', 'instrument', 'documents'],
  api: ['operations', 'schema'],
  views: ['views', 'schema', 'rules', 'words'],
  pages: ['pages', 'operations', 'queries', 'views', 'schema', 'rules', 'words'],
  jobs: ['operations', 'schema', 'documents', 'words'],
  timers: ['operations', 'schema', 'words'],
  notices: ['schema', 'rules', 'words'],
}

type Import = { from: string; to: string; line: string }
const files = list(join(root, 'src')).filter(file => /\.tsx?$/.test(file))
const sources = files.filter(file => !/\.test\.tsx?$/.test(file))
const imports: Import[] = sources.flatMap(file =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([line, target]) => ({
    from: relative(root, file),
    to: relative(root, resolve(dirname(file), target!)),
    line,
  })),
)

test('the platform knows neither pages nor modules, and web knows no module', () => {
  const floors: [RegExp, RegExp][] = [
    [/^src\/platform\//, /^src\/platform\//],
    [/^src\/web\//, /^src\/(platform|web)\//],
  ]
  expect(imports.filter(({ from, to }) => floors.some(([here, there]) => here.test(from) && !there.test(to))).map(show)).toEqual([])
})

/** Every start waits for what a file does while it is loaded; only the entry points may. */
test('nothing but an entry point waits for anything while it is loaded', async () => {
  const entries = [
    'src/main.ts',
    'src/cli.ts',
    'src/platform/documents/document-worker.ts',
    'src/platform/spreadsheets/spreadsheet-worker.ts',
    'src/platform/spreadsheets/workbook-worker.ts',
  ]
  const waiting = await Promise.all(
    sources.map(async file => {
      const loader = file.endsWith('x') ? 'tsx' : 'ts'
      const isLoadedAtOnce = await transform(readFileSync(file, 'utf8'), { loader, format: 'cjs', logLevel: 'silent' }).then(
        () => true,
        error => (/Top-level await/.test(String(error)) ? false : Promise.reject(error)),
      )
      return isLoadedAtOnce || entries.includes(relative(root, file)) ? [] : [relative(root, file)]
    }),
  )
  expect(waiting.flat()).toEqual([])
})

test('a module imports only modules before it, and only through their doors', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [here, there] = [moduleOf(from), moduleOf(to)]
    if (!here || !there || here === there) return false
    return order.indexOf(there) > order.indexOf(here) || !doors.includes(partOf(to)!)
  })
  expect(wrong.map(show)).toEqual([])
})

test('a module holds only files of the closed list', () => {
  const wrong = sources
    .map(file => relative(root, file))
    .filter(file => {
      const module = moduleOf(file)
      if (!module) return false
      if (!order.includes(module)) return true
      const part = partOf(file)!
      const folder = file.split('/').length > 4
      if (data[module]?.includes(part)) return false
      return !names.includes(folder ? `${part}/` : part) && !names.includes(`${part}/`)
    })
  expect(wrong).toEqual([])
})

test('inside a module, each file imports only what its kind may', () => {
  const wrong = imports.filter(({ from, to }) => {
    const [here, there] = [moduleOf(from), moduleOf(to)]
    if (!here || here !== there) return false
    const allowed = layers[partOf(from)!]
    return allowed !== undefined && partOf(from) !== partOf(to) && !allowed.includes(partOf(to)!)
  })
  expect(wrong.map(show)).toEqual([])
})

test('views and rules touch no database, no operation and no request', () => {
  const wrong = imports.filter(
    ({ from, to }) =>
      moduleOf(from) && /^(views|rules)$/.test(partOf(from)!) && /platform\/(database|request|operation|endpoint)\.ts$/.test(to),
  )
  expect(wrong.map(show)).toEqual([])
})

test('nothing imports in a circle', () => {
  const next = Map.groupBy(imports, ({ from }) => from)
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (file: string, path: string[]) => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') return void circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    state.set(file, 'open')
    for (const { to, line, from } of next.get(file) ?? []) if (!typeOnly(from, line)) visit(to, [...path, file])
    state.set(file, 'done')
  }
  for (const file of next.keys()) visit(file, [])
  expect(circles).toEqual([])
})

test('domain code takes the time from its context', () => {
  const wrong = sources.filter(file => /src\/modules\//.test(file) && /\bDate\.now\(\)|new Date\(\)/.test(readFileSync(file, 'utf8')))
  expect(wrong.map(file => relative(root, file))).toEqual([])
})

test('what is said in both languages stands among words, where a translator finds it', () => {
  // What is asked is data of an instrument: it is kept with the answers, in the words in which it was asked.
  const elsewhere = sources.filter(file => !/words|i18n/.test(relative(root, file)) && !/questionnaires\/(instrument|rules)\//.test(file))
  const wrong = elsewhere.filter(file => /\{\s*id: *(['"`])(?:(?!\1)[\s\S])*\1,\s*en: *['"`]/.test(readFileSync(file, 'utf8')))
  expect(wrong.map(file => relative(root, file))).toEqual([])
})

test('no drawer for odds and ends', () => {
  expect(files.map(file => relative(root, file)).filter(file => /\/(utils?|helpers?|common|misc|manager)s?(\/|\.)/.test(file))).toEqual([])
})

/** Where the field has a standard term, the code does not have one of its own beside it. */
const literary = [
  'Said Asked Held Told Standing standing allow may owes takeTurns hold keepOnOneSide keepNewer doApart underWay completed',
  'judge isOldNews saysElse step Step held shown found told closeGone addFindings tellOtherSide noteLetters mayGiveVoice',
  'keepable givenBack spend forgive hadEnough fold unfold rowsOver meet settle theOffice calledLike fits given target Target targets',
].flatMap(line => line.split(' '))

test('what is declared is called by the standard term', () => {
  const wrong = sources.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/^(?:export )?(?:async )?(?:function|const|let|type|interface|class) (\w+)/gm)].flatMap(
      ([, name]) => (name && literary.includes(name) ? [`${relative(root, file)}: ${name}`] : []),
    ),
  )
  expect(wrong).toEqual([])
  expect(sources.map(file => relative(root, file)).filter(file => /-course|\/voice\.|kept-answer|under-way/.test(file))).toEqual([])
})

test('no room leads to another and back, none is larger than an eighth of the house, and no line is too long to read', () => {
  const { rooms, circles, long } = readHouse()
  expect({ circles, long }).toEqual({ circles: [], long: [] })
  expect(rooms.filter(({ share }) => share > 0.12).map(({ name }) => name)).toEqual([])
})

test('each table and each card has one owner', () => {
  const { owners, twice, fronts } = readOwners()
  const [, list] = readFileSync(join(root, 'src/platform/database/tables.ts'), 'utf8').match(/export interface Tables \{([^}]*)/)!
  expect([...owners.keys()].sort()).toEqual([...list!.matchAll(/(\w+):/g)].map(([, table]) => table).sort())
  expect(twice).toEqual([])
  expect([...fronts.values()].filter((room, at, all) => !room.startsWith('platform/') || all.indexOf(room) !== at)).toEqual([])
})

test('a table is named in SQL by its owner alone, others read its card, and nobody else writes to it', () => {
  expect(wrongTables(order)).toEqual([])
})

test('exceptions are few, and each is still one', () => {
  expect(exceptions.length).toBeLessThanOrEqual(5)
  const foreign = foreignTables()
  const needless = exceptions.flatMap(({ path, tables }) =>
    tables.filter(table => !foreign.some(each => each.path === path && each.table === table && !each.writes)),
  )
  expect(needless).toEqual([])
})

test('tables are found in all the ways that SQL names them', () => {
  const tables = new Set(['office', 'person', 'partner', 'office_card'])
  const named = (source: string) => Object.fromEntries(tablesIn(source, tables))
  expect(named("db.selectFrom('office as o').innerJoin('person as p', 'p.id', 'o.id')")).toEqual({ office: false, person: false })
  expect(named("db\n  .selectFrom(['office as o', 'person'])")).toEqual({ office: false, person: false })
  expect(named("db.insertInto('office')")).toEqual({ office: true })
  expect(named("db.selectFrom('person'); db.updateTable('person')")).toEqual({ person: true })
  expect(named("db.deleteFrom('person').using('office')")).toEqual({ person: true, office: false })
  expect(named('sql`select 1 from office o left join person p on true`')).toEqual({ office: false, person: false })
  expect(named('sql`select 1 from office o, person p where p.id = o.id`')).toEqual({ office: false, person: false })
  expect(named('const rows = sql`\n  office o join partner p on true`')).toEqual({ office: false, partner: false })
  expect(named('sql`update office set name = null`; sql`delete from person`')).toEqual({ office: true, person: true })
  expect(named('sql`insert into partner (id) select id from office_card`')).toEqual({ partner: true, office_card: false })
  expect(named("/** join office */ import { person } from './person.ts' // from office\nconst words = 'from partner to office'")).toEqual(
    {},
  )
})

test('nothing of the project points outside it', () => {
  const tracked = [
    ...files,
    ...list(join(root, 'test')),
    ...list(join(root, 'bin')),
    ...list(join(root, 'docs')),
    ...list(join(root, 'database')),
  ].filter(file => /\.(tsx?|js|md|sql|css|typ)$|bin\/\w+$/.test(file) && !file.endsWith('architecture.test.ts'))
  expect(tracked.filter(file => /\.\.\/shared|\/work\//.test(readFileSync(file, 'utf8'))).map(file => relative(root, file))).toEqual([])
})

function list(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? list(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}
const moduleOf = (file: string): string | undefined => file.match(/^src\/modules\/([^/]+)\//)?.[1]
const partOf = (file: string): string | undefined => file.match(/^src\/modules\/[^/]+\/([^/.]+)/)?.[1]
const show = ({ from, to }: Import): string => `${from} → ${to}`
/** `import type` leaves nothing behind at run time. */
function typeOnly(from: string, line: string): boolean {
  const text = readFileSync(join(root, from), 'utf8')
  const at = text.indexOf(line)
  return /import type [^;]*$/.test(text.slice(Math.max(0, text.lastIndexOf('import', at)), at))
}
