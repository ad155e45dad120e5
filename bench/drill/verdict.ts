import type { Kernel } from '../../src/platform/operation/operation.ts'
import { isGood, type Seen, type Watch } from './watch.ts'

/** The longest that anybody may wait: for a connection and then for the answer to one statement, and a second beside. */
const longest = 26_000
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`

/** Prints a line for each kind of person, and says what they must never be told. */
export function verdict(seen: readonly Seen[]): string[] {
  const wrong = new Set<string>()
  for (const [who, all] of Map.groupBy(seen, ({ who }) => who)) {
    const counts = [...Map.groupBy(all, ({ status }) => status)].map(([status, some]) => `${status} × ${some.length}`)
    const away = all.filter(({ status }) => status === 503)
    const title = away[0]?.text.match(/<title>([^<]*)/)?.[1] ?? away[0]?.text.match(/"title":"([^"]*)/)?.[1] ?? away[0]?.text.slice(0, 60)
    const said = away.length ? `; 503 says “${title}”, Retry-After ${[...new Set(away.map(each => each.retryAfter))].join(', ')}` : ''
    console.log(`  ${who.padEnd(10)} ${counts.join(', ')}; at most ${seconds(Math.max(...all.map(({ took }) => took)))}${said}`)
    for (const one of all) for (const each of problemsOf(one)) wrong.add(each)
  }
  return [...wrong]
}

function problemsOf({ who, status, took, retryAfter, text }: Seen): string[] {
  const problems: string[] = []
  if (!isGood(status) && status !== 503) problems.push(`${who} was answered ${status || 'not at all'}: ${text.slice(0, 200)}`)
  if (status === 503 && !(Number(retryAfter) > 0)) problems.push(`${who} was not told when to come again`)
  if (took > (who === 'readyz' ? 2_500 : longest)) problems.push(`${who} waited ${seconds(took)}`)
  if (status === 503 && who === 'writer' && !/name="text" value="Kendala [^"]+"/.test(text))
    problems.push('what was typed is not on the page')
  if (who === 'sign-in' && /tidak cocok|salah/i.test(text)) problems.push('somebody with the right password was told that it is wrong')
  return problems
}

/** Waits until everybody has had a good answer again, at most a minute; says how long it was. */
export async function untilWell(watch: Watch): Promise<string[]> {
  const since = performance.now()
  while (!watch.allWell(since)) {
    if (performance.now() - since > 60_000) return ['a minute afterwards not everybody had a good answer again']
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  console.log(`  back by itself after ${seconds(performance.now() - since)}`)
  return []
}

/** Counts everything that was acknowledged: each is there once, and the jobs that came with it ran. */
export async function counted(kernel: Kernel, done: Awaited<ReturnType<Watch['end']>>): Promise<string[]> {
  const counts = { missing: 0, double: 0 }
  const note = (found: number) => {
    if (found === 0) counts.missing++
    if (found > 1) counts.double++
  }
  for (const { writer, marker } of done.writes) note(await writer.count(kernel, marker))
  if (!done.forms.length || !done.writes.length) return ['nothing was acknowledged']
  const texts = await kernel.store.db
    .selectFrom('finding')
    .select(['text', eb => eb.fn.countAll<number>().as('count')])
    .where(
      'text',
      'in',
      done.forms.map(marker => `Kendala ${marker}`),
    )
    .groupBy('text')
    .execute()
  const found = new Map(texts.map(({ text, count }) => [text, count]))
  for (const marker of done.forms) note(found.get(`Kendala ${marker}`) ?? 0)
  console.log(
    `  acknowledged: ${done.writes.length} by program, ${done.forms.length} by form; missing ${counts.missing}, double ${counts.double}`,
  )
  return counts.missing || counts.double ? [`${counts.missing} missing, ${counts.double} double`] : []
}
