import { expect, test } from 'vitest'
import { roomProblems } from './rooms.ts'

const at = (clock: string) => `2026-03-10T${clock}:00.000Z`
const session = (title: string, room: string | null, from: string, until: string | null, expected: number | null = null) => ({
  title,
  room,
  startsAt: at(from),
  endsAt: until && at(until),
  parts: [],
  expected,
})

test('two in one room at one time are said, however the room is written; what touches, another room and an unknown end are not', () => {
  const sessions = [
    session('A', 'Aula', '09:00', '10:00'),
    session('B', 'AULA ', '09:30', '11:00'),
    session('C', 'Aula', '11:00', '12:00'),
    session('D', 'Ruang 2', '09:00', '10:00'),
    session('E', 'Aula', '09:00', null),
    session('F', null, '09:00', '10:00'),
    session('G', 'aula', '09:45', '09:50'),
  ]
  expect(roomProblems(sessions, []).map(({ kind, sessions, count }) => [kind, ...sessions, count])).toEqual([
    ['twice', 'A', 'B', 30],
    ['twice', 'A', 'G', 5],
    ['twice', 'B', 'G', 5],
  ])
})

test('more expected than fit are said; without a number those with a part count, and without a capacity nobody is too many', () => {
  const rooms = [
    { name: 'Aula', capacity: 100 },
    { name: 'Ruang 2', capacity: null },
  ]
  const crowd = { ...session('C', 'aula', '13:00', '14:00'), parts: Array.from({ length: 101 }, () => ({}) as never) }
  const sessions = [
    session('A', 'Aula', '09:00', '10:00', 120),
    session('B', 'Aula', '10:00', '11:00', 100),
    crowd,
    session('D', 'Ruang 2', '09:00', '10:00', 999),
  ]
  expect(roomProblems(sessions, rooms).map(({ kind, sessions, count }) => [kind, ...sessions, count])).toEqual([
    ['full', 'A', 20],
    ['full', 'C', 1],
  ])
})
