import type { Kernel } from '../operation/operation.ts'
import { fireDue } from './fire.ts'
import type { TimerKinds } from './timer.ts'

export type Timers = {
  /** Begins to fire what is due, in this process too. */
  work(kernel: Kernel): void
  /** Fires all that is due now and answers how many: for tests and measurements. */
  drain(kernel: Kernel): Promise<number>
  stop(): Promise<void>
}

/** Looks at least so often, in milliseconds, and sooner when the next one is known to be due. */
const longest = 5000
const shortest = 50

/** Every server looks; of what is due each takes what no other has. */
export function openTimers(known: TimerKinds): Timers {
  let isStopping = false
  let running: Promise<void> | undefined
  let wake = () => {}

  async function look(kernel: Kernel): Promise<number> {
    try {
      const { next } = await fireDue(kernel, known)
      return next ? Math.min(Math.max(next.getTime() - kernel.clock.now().getTime(), 0), longest) : longest
    } catch (error) {
      if (!kernel.outages.note(error)) kernel.log.error('timers.error', { error })
      return 1000
    }
  }
  const pause = (milliseconds: number) =>
    new Promise<void>(resolve => {
      const waiting = setTimeout(resolve, Math.max(milliseconds, shortest))
      wake = () => {
        clearTimeout(waiting)
        resolve()
      }
    })

  return {
    work(kernel) {
      running ??= (async () => {
        while (!isStopping) {
          const rest = await look(kernel)
          if (rest > 0 && !isStopping) await pause(rest)
        }
      })()
    },
    async drain(kernel) {
      for (let all = 0; ; ) {
        const { fired } = await fireDue(kernel, known)
        if (!fired) return all
        all += fired
      }
    },
    async stop() {
      isStopping = true
      wake()
      await running
    },
  }
}
