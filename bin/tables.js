import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { filesIn, roomOf, src } from './rooms.js'

/**
 * Who may name which table in SQL. A room says in its `tables.json` which tables it `owns`; a module says there too which room of the
 * platform it `fronts`, when its pages and operations are about the tables of that room. All others read a table through its card (the
 * view `…_card`) or through a piece of a query that its owner exports, and nobody else writes to it.
 */

/** Where a table of another is named all the same, and why: at most five, and the list only gets shorter. */
export const exceptions = [
  {
    path: 'modules/partners/queries/representation.ts',
    tables: ['agreement_card', 'agreement_party_card'],
    why: 'who may speak for a partner hangs on the agreements it has, which come after partners',
  },
  {
    path: 'modules/followups/queries/list.ts',
    tables: ['finding_card', 'finding_follow_up_card', 'agreement_party_card'],
    why: 'the list can be narrowed to a cycle or to a partner, which a follow-up has through its findings and their agreements, which come after follow-ups',
  },
  {
    path: 'modules/followups/queries/names.ts',
    tables: ['agreement_card'],
    why: 'the list is found by the words of those agreements too',
  },
]

/**
 * What the rooms' `tables.json` say.
 * @returns {{ owners: Map<string, string>, fronts: Map<string, string>, twice: string[] }} the owner of each table and card, the room of
 *   the platform that a module fronts, and the tables that more than one room claims
 */
export function readOwners() {
  const [owners, fronts, twice] = [new Map(), new Map(), []]
  for (const file of filesIn(src).filter(name => name.endsWith('/tables.json'))) {
    const room = roomOf(relative(src, file))
    const said = JSON.parse(readFileSync(file, 'utf8'))
    if (said.fronts) fronts.set(room, said.fronts)
    for (const table of said.owns ?? []) {
      if (owners.has(table)) twice.push(table)
      owners.set(table, room)
    }
  }
  return { owners, fronts, twice }
}

/**
 * Each file that names a table or a card of another room.
 * @returns {{ path: string, room: string, table: string, owner: string, writes: boolean }[]}
 */
export function foreignTables() {
  const { owners, fronts } = readOwners()
  const tables = new Set(owners.keys())
  return filesIn(src)
    .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap(file => {
      const path = relative(src, file)
      const room = roomOf(path)
      return [...tablesIn(readFileSync(file, 'utf8'), tables)]
        .map(([table, writes]) => ({ path, room, table, owner: owners.get(table), writes }))
        .filter(({ owner }) => owner !== room && owner !== fronts.get(room))
    })
}

/**
 * What is wrong with that: a table that is named by others, a write, or a card of a module that comes later.
 * @param {readonly string[]} order of the modules; the platform comes before all of them
 */
export function wrongTables(order) {
  const isOpen = ({ room, owner }) => owner.startsWith('platform/') || (order.includes(room) && order.indexOf(owner) < order.indexOf(room))
  const isExcepted = ({ path, table }) => exceptions.some(each => each.path === path && each.tables.includes(table))
  return foreignTables()
    .filter(each => each.writes || (!(each.table.endsWith('_card') && isOpen(each)) && !isExcepted(each)))
    .map(({ path, table, owner, writes }) => `${path} ${writes ? 'writes to' : 'reads'} ${table} of ${owner}`)
}

const kysely = /\.(\w+)\(\s*\[?((?:\s*'\w+(?: as \w+)?',?)+)/g
const reading = /^(?:selectFrom|\w*[jJ]oin|using|from|table)$/
const writing = /^(?:insertInto|updateTable|deleteFrom|mergeInto|replaceInto)$/
const spokenReading = /\b(?:from|join|using)\s+(?:only\s+)?([a-z_]+)\b(?!\s*[(.])/gi
const spokenWriting = /\b(?:delete\s+from|merge\s+into|insert\s+into|update|truncate)\s+(?:only\s+)?([a-z_]+)\b(?!\.)/gi
/** What a piece of a statement begins with that others put behind their `from`. */
const leading = /`\s*([a-z_]+) (?:as )?[a-z]\w*\s+(?:join|left|inner|cross|where)\b/g
/** The second and later ones of `from a, b`, by their alias; what looks like it in `as r (id uuid, name text)` is none. */
const listed = /,\s*([a-z_]+) (?:as )?(?!uuid|text|int|date|json|bool|numeric|timestamp)[a-z]\w*(?=\s|,|\)|`)/g

/**
 * The tables that a file names in its SQL and whether it writes to them: in the words of Kysely (`selectFrom('office as o')`) and in the
 * text of statements (`join office o`), which stands in backquotes.
 * @param {string} source @param {ReadonlySet<string>} tables @returns {Map<string, boolean>}
 */
export function tablesIn(source, tables) {
  const found = new Map()
  const add = (table, writes) => tables.has(table) && found.set(table, writes || found.get(table) === true)
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '').replace(/^import [^'`]*'[^']*'$/gm, '')
  for (const [, verb, names] of code.matchAll(kysely)) {
    if (!reading.test(verb) && !writing.test(verb)) continue
    for (const [, table] of names.matchAll(/'(\w+)/g)) add(table, writing.test(verb))
  }
  if (!code.includes('`')) return found
  const statements = code.replace(/'(?:[^'\\\n]|\\.)*'/g, "''")
  for (const pattern of [spokenReading, leading, listed]) for (const [, table] of statements.matchAll(pattern)) add(table, false)
  for (const [, table] of statements.matchAll(spokenWriting)) add(table, true)
  return found
}
