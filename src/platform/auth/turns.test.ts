import { expect, test } from 'vitest'
import { turns } from './turns.ts'

test('so many of one key run at once, the others follow in their order, and another key waits for nobody', async () => {
  const [begun, ends] = [[] as string[], new Map<string, PromiseWithResolvers<void>>()]
  const inTurn = turns(2)
  const start = (key: string, name: string) => {
    ends.set(name, Promise.withResolvers<void>())
    return inTurn(key, async () => {
      begun.push(name)
      await ends.get(name)!.promise
      return name
    })
  }
  const work = [start('a', 'one'), start('a', 'two'), start('a', 'three'), start('a', 'four'), start('b', 'other')]
  await new Promise(setImmediate)
  expect(begun).toEqual(['one', 'two', 'other'])
  ends.get('two')!.reject(new Error('wrong'))
  await expect(work[1]).rejects.toThrow('wrong')
  await new Promise(setImmediate)
  expect(begun).toEqual(['one', 'two', 'other', 'three'])
  for (const name of ['one', 'three', 'four', 'other']) ends.get(name)!.resolve()
  expect(await Promise.all([work[0], work[2], work[3], work[4]])).toEqual(['one', 'three', 'four', 'other'])
})
