import { openKernel } from './kernel.ts'
import { operations } from './modules.ts'
import { runCommand } from './platform/doors/command.ts'
import { readConfig } from './platform/process/config.ts'
import { loadReferenceData } from './reference-data.ts'

try {
  const config = readConfig({ LOG_LEVEL: 'warn', ...process.env })
  process.exitCode = await runCommand(process.argv.slice(2), {
    operations,
    open: () =>
      openKernel(config).then(async kernel => {
        await loadReferenceData(kernel)
        return kernel
      }),
    out: process.stdout,
    err: process.stderr,
    reads: process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG,
  })
} catch (error) {
  process.stderr.write(`sinergi: ${(error as Error).message}\n`)
  process.exitCode = 1
}
