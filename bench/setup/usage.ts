import { readdirSync, readFileSync } from 'node:fs'

/** Seconds of processor that a process has used so far. */
export function processorOf(pid: number): number {
  const { own } = ticksOf(pid)
  return own / 100
}

/** The same of a process with all that it has started, also those that have ended. */
export function processorOfAll(pid: number): number {
  const all = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => ticksOf(Number(name)))
  const { own, ended } = ticksOf(pid)
  return (own + ended + all.reduce((sum, each) => sum + (each.parent === pid ? each.own : 0), 0)) / 100
}

/** What a process holds in memory, in kB. */
export const memoryOf = (pid: number): number => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1])

export const parentOf = (pid: number): number => ticksOf(pid).parent

/** In hundredths of a second; one that has ended meanwhile has used nothing. */
function ticksOf(pid: number): { parent: number; own: number; ended: number } {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').map(Number)
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! }
  } catch {
    return { parent: 0, own: 0, ended: 0 }
  }
}
