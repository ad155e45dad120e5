import { expect, test } from 'vitest'
import { placesFor, roomFor } from './room.ts'

test('whoever goes away waits no longer and keeps nobody behind them', async () => {
  const room = roomFor(1, 60_000)
  const leave = await room.enter(1)
  const left = new AbortController()
  const order: string[] = []
  const gone = room.enter(1, left.signal).catch(() => order.push('gone'))
  const next = room.enter(1).then(() => order.push('next'))
  left.abort()
  await gone
  leave()
  await next
  expect(order).toEqual(['gone', 'next'])
  await expect(room.enter(1, AbortSignal.abort())).rejects.toMatchObject({ code: 'unavailable' })
})

test('those of one place wait for one of their own, and all others do not; nothing is counted of whoever has left', async () => {
  const places = placesFor(roomFor(3, 60_000), () => roomFor(2, 60_000))
  const [first, second] = [await places.enter('a'), await places.enter('a')]
  let third = false
  const waits = places.enter('a').then(leave => {
    third = true
    return leave
  })
  const other = await places.enter('b')
  expect(third).toBe(false)
  other()
  first()
  first() // twice is once
  const last = await waits
  const away = new AbortController()
  const broken = places.enter('a', away.signal)
  away.abort()
  await expect(broken).rejects.toMatchObject({ code: 'unavailable' })
  for (const leave of [second, last]) leave()
  await Promise.all(['a', 'a', null].map(from => places.enter(from)))
})
