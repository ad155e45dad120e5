import { expect, test } from 'vitest'
import { inFlight } from './in-flight.ts'

test('it ends when the last answer has settled, also one that began meanwhile or failed', async () => {
  const { track, ended } = inFlight()
  const order: string[] = []
  const first = Promise.withResolvers<string>()
  const second = Promise.withResolvers<string>()
  expect(track('at once')).toBe('at once')
  const failed = expect(track(first.promise)).rejects.toThrow('hung up')
  const end = ended().then(() => order.push('ended'))
  const answer = track(second.promise)
  first.reject(new Error('hung up'))
  await failed
  order.push('first')
  second.resolve('second')
  order.push(await answer)
  await end
  expect(order).toEqual(['first', 'second', 'ended'])
  await ended()
})
