import { existsSync, readFileSync } from 'node:fs'

/** What a process of ours holds, in MB, at a moment (ms since the epoch). */
export type Sample = { at: number; rss: number; heap: number }

const report = `import{appendFileSync as a}from'node:fs';setInterval(()=>{const{rss:r,heapUsed:h}=process.memoryUsage();a(process.env.MEMORY_FILE,JSON.stringify({at:Date.now(),rss:r/1048576,heap:h/1048576})+'\\n')},10_000).unref()`

/** The environment of a server that notes its memory into `file` every ten seconds by itself; nothing is collected for it. */
export const noting = (environment: NodeJS.ProcessEnv, file: string): NodeJS.ProcessEnv => ({
  ...environment,
  MEMORY_FILE: file,
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(report)}`,
})

export const noted = (file: string): Sample[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(line => JSON.parse(line))
    : []
