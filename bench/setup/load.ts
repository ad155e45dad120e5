import autocannon from 'autocannon'

/** Requests a second, and the time in milliseconds within which 95 of 100 were answered. */
export type Load = { rate: number; p95: number }

/** Eight clients ask for the address again and again. Any answer but a 200 ends the measurement. */
export async function load(url: string, seconds: number, headers: Record<string, string>): Promise<Load> {
  const times: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon({ url, connections: 8, duration: seconds, headers }, (error, done) =>
      error ? reject(error) : resolve(done),
    )
    running.on('response', (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
  })
  if (result.non2xx || result.errors) throw new Error(`${result.non2xx} answers other than 200, ${result.errors} errors`)
  times.sort((a, b) => a - b)
  return { rate: times.length / result.duration, p95: times[Math.floor(times.length * 0.95)]! }
}

export const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
