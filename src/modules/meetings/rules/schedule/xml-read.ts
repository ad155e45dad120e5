import { scheduleProblems } from '../../words/schedule-problems.ts'
import type { ReadProgramme } from './programme.ts'
import { programmeOf } from './read-programme.ts'
import { type DayPart, newProblems, type Part, type Problems, type SessionPart } from './source.ts'
import { type Element, parseXml, placeOf, type Tree, XmlFault } from './xml-tree.ts'

/**
 * A programme in the schedule format of c3voc in XML (`application/vnd.c3voc.schedule+xml`), as pentabarf, frab, pretalx and others write
 * it, with what is odd in older ones: sessions called `entry`, days without beginning and end, sessions without a date.
 */
export function readScheduleXml(text: string): ReadProgramme {
  const problems = newProblems()
  const tree = parse(text, problems)
  if (tree === null) return problems.result(null)
  const { root } = tree
  if (root.name !== 'schedule') {
    problems.refuse(placeOf(root), scheduleProblems.otherRoot)
    return problems.result(null)
  }
  const conference = childOf(root, 'conference')
  if (!conference) problems.refuse(placeOf(root), scheduleProblems.missing({ field: 'conference' }))
  const days = root.children.filter(({ name }) => name === 'day')
  if (days.length === 0) problems.refuse(placeOf(root), scheduleProblems.noDays)
  const head = partOf(conference ?? root, headParts, [], problems)
  const version = partOf(root, ['version'], [], problems)
  const source = {
    conference: {
      values: new Map([...head.values, ...version.values]),
      at: (name?: string) => (name === 'version' ? version : head).at(name),
    },
    rooms: [],
    days: days.map(day => dayOf(day, problems)),
    kept: keptOf(tree, problems),
  }
  return programmeOf(source, problems)
}

const headParts = ['title', 'acronym', 'start', 'end', 'time_zone_name', 'base_url']
const sessionParts = ['room', 'title', 'type', 'date', 'start', 'duration', 'abstract', 'track', 'language']

function parse(text: string, problems: Problems): Tree | null {
  try {
    return parseXml(text)
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error
    problems.refuse(error.at, error.problem)
    return null
  }
}

/** Long notes stand in several instructions; each is enclosed in bars, since blanks at its edges do not count. */
function keptOf({ root, notes }: Tree, problems: Problems): unknown {
  if (notes.length === 0) return null
  try {
    return JSON.parse(notes.map(note => note.slice(1, -1)).join(''))
  } catch {
    problems.lose(placeOf(root), scheduleProblems.keptUnclear)
    return null
  }
}

function dayOf(day: Element, problems: Problems): DayPart {
  const rooms = day.children.filter(({ name }) => name === 'room')
  const { values, at } = partOf(day, [], ['date', 'start'], problems)
  return {
    values: new Map([...values, ['day_start', values.get('start')]]),
    at: name => at(name === 'day_start' ? 'start' : name),
    rooms: rooms.map(room => ({
      name: room.attributes.name ?? '',
      guid: room.attributes.guid?.trim(),
      sessions: room.children.filter(({ name }) => name === 'event' || name === 'entry').map(event => sessionOf(event, problems)),
    })),
  }
}

function sessionOf(event: Element, problems: Problems): SessionPart {
  const part = numbered(partOf(event, sessionParts, ['id', 'guid', 'code'], problems), problems)
  const people = childOf(event, 'persons')?.children.filter(({ name }) => name === 'person') ?? []
  return { ...part, people: people.map(person => personOf(person, problems)) }
}

/** A number that is none is a name: of a session its code. */
function numbered({ values, at }: Part, problems: Problems): Part {
  const id = values.get('id')
  if (typeof id !== 'string') return { values, at }
  if (/^-?\d{1,15}$/.test(id)) return { values: new Map([...values, ['id', Number(id)]]), at }
  problems.remark(at('id'), scheduleProblems.notWhole)
  return { values: new Map([...values, ['id', null], ['code', values.get('code') ?? id]]), at }
}

function personOf(person: Element, problems: Problems): Part {
  const { values, at } = partOf(person, [], ['id', 'guid', 'code', 'role'], problems)
  const id = String(values.get('id') ?? '')
  return { values: new Map([...values, ['id', /^-?\d{1,15}$/.test(id) ? Number(id) : id], ['name', wordsOf(person, problems)]]), at }
}

const childOf = (element: Element, name: string) => element.children.find(child => child.name === name)

/** Named children and attributes of an element as values. */
function partOf(element: Element, children: readonly string[], attributes: readonly string[], problems: Problems): Part {
  const values = new Map<string, unknown>()
  for (const name of attributes) if (Object.hasOwn(element.attributes, name)) values.set(name, element.attributes[name]!.trim())
  for (const child of element.children)
    if (children.includes(child.name) && !values.has(child.name)) values.set(child.name, wordsOf(child, problems))
  const at = (name?: string) => {
    if (name === undefined) return placeOf(element)
    if (attributes.includes(name)) return placeOf(element, name)
    return placeOf(childOf(element, name) ?? element)
  }
  return { values, at }
}

function wordsOf(element: Element, problems: Problems): string {
  if (element.children.length > 0) problems.lose(placeOf(element), scheduleProblems.markup)
  return element.text
}
