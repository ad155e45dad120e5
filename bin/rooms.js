#!/usr/bin/env node
/**
 * The rooms of the house and the doors between them: `npm run rooms`. A room is a module, a folder of the platform, the web or the entry
 * points. Prints each room's share of the lines, what it imports, circles between rooms, the shape of the files, and where a table of another
 * is named all the same. Tests do not count.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const src = join(import.meta.dirname, '../src')

/** @param {string} folder @returns {string[]} */
export const filesIn = folder =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  )

/** The room of a file, by its path below `src`. @param {string} path */
export const roomOf = path =>
  path.match(/^modules\/([^/]+)\//)?.[1] ??
  path.match(/^platform\/[^/]+(?=\/)/)?.[0] ??
  path.match(/^platform(?=\/)/)?.[0] ??
  path.match(/^web(?=\/)/)?.[0] ??
  'doors'

/**
 * Rooms with their lines and what they import at run time (types leave nothing behind), most lines first; circles as lists of rooms; and
 * the lines of every file.
 */
export function readHouse() {
  /** @type {Map<string, { lines: number, files: number, doors: Map<string, number> }>} */
  const rooms = new Map()
  const lengths = []
  const long = []
  for (const file of filesIn(src).filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))) {
    const path = relative(src, file)
    const text = readFileSync(file, 'utf8')
    const room = roomOf(path)
    const found = rooms.get(room) ?? { lines: 0, files: 0, doors: new Map() }
    rooms.set(room, found)
    const lines = text.split('\n').length - 1
    found.lines += lines
    found.files++
    if (path !== 'platform/database/tables.ts') lengths.push(lines) // generated
    if (!areWords(path) && path !== 'platform/database/tables.ts') long.push(...longLines(path, text))
    for (const [, kind, , target] of text.matchAll(/^(?:import|export)( type)?\s([^'"]*?from\s*)'(\.[^']+)'/gm)) {
      const other = roomOf(relative(src, resolve(dirname(file), target)))
      if (!kind && other !== room) found.doors.set(other, (found.doors.get(other) ?? 0) + 1)
    }
  }
  const all = [...rooms.values()].reduce((sum, { lines }) => sum + lines, 0)
  return {
    all,
    rooms: [...rooms].map(([name, room]) => ({ name, share: room.lines / all, ...room })).sort((a, b) => b.lines - a.lines),
    circles: circlesAmong(rooms),
    lengths: lengths.sort((a, b) => a - b),
    long,
  }
}

/**
 * Lines of more than 140 characters outside SQL; words for people are as long as what they say. @param {string} path @param {string} text
 */
const longLines = (path, text) =>
  withoutSql(text)
    .split('\n')
    .flatMap((line, at) => (line.length > 140 && !/(?:^\s*|\b(?:id|en|summary|label|how): )['"`/]/.test(line) ? [`${path}:${at + 1}`] : []))

const withoutSql = text => text.replace(/\bsql(?:<[^`]*>)?`[^`]*`/g, statement => statement.replace(/[^\n]/g, ''))
const areWords = path => /words|-(?:id|en)\.ts$/.test(path)

/** Rooms that reach each other (Tarjan's strongly connected components of more than one room). */
function circlesAmong(rooms) {
  const [index, low, onStack, stack, found] = [new Map(), new Map(), new Set(), [], []]
  const visit = room => {
    index.set(room, index.size)
    low.set(room, index.get(room))
    stack.push(room)
    onStack.add(room)
    for (const next of rooms.get(room)?.doors.keys() ?? []) {
      if (!index.has(next)) {
        visit(next)
        low.set(room, Math.min(low.get(room), low.get(next)))
      } else if (onStack.has(next)) low.set(room, Math.min(low.get(room), index.get(next)))
    }
    if (low.get(room) !== index.get(room)) return
    const circle = []
    let member
    do {
      member = stack.pop()
      onStack.delete(member)
      circle.push(member)
    } while (member !== room)
    if (circle.length > 1) found.push(circle.reverse())
  }
  for (const room of rooms.keys()) if (!index.has(room)) visit(room)
  return found
}

async function print() {
  const { exceptions } = await import('./tables.js') // which reads the rooms from here
  const { rooms, circles, lengths, all, long } = readHouse()
  for (const { name, lines, files, share, doors } of rooms) {
    const to = [...doors].sort((a, b) => b[1] - a[1]).map(([other, count]) => `${other} ${count}`)
    console.log(
      `${name.padEnd(24)} ${String(lines).padStart(6)} lines ${(100 * share).toFixed(1).padStart(5)} % ${String(files).padStart(4)} files → ${to.join(', ') || '–'}`,
    )
  }
  const at = part => lengths[Math.floor(part * (lengths.length - 1))]
  console.log(`\n${all} lines in ${lengths.length + 1} files; a file has ${at(0.5)} lines (median), ${at(0.9)} (p90), ${at(1)} at most`)
  console.log(`lines over 140 characters outside SQL and words: ${long.length}${long.length ? `\n  ${long.join('\n  ')}` : ''}`)
  console.log(`tables of another that are named all the same: ${exceptions.length}`)
  for (const { path, tables, why } of exceptions) console.log(`  ${path} reads ${tables.join(', ')}: ${why}`)
  console.log(circles.length ? `circles:\n  ${circles.map(circle => circle.join(' ⇄ ')).join('\n  ')}` : 'no circle between rooms')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) print()
