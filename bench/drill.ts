/**
 * Takes away what Sinergi stands on and gives it back: the database frozen, stopped, slow; the disk full; the mail server gone for two
 * days. Prints what people see meanwhile, how long each answer takes at most, how long until all is well by itself, and whether
 * everything that was acknowledged is there once. Ends with 1 when something is not as it must be, with 2 when one could not be done here.
 * `npm run bench -- drill [frozen | stopped | slow | locked | full | mail]`
 */
import { delayed, frozen, locked, stopped } from './drill/database.ts'
import { fullDisk } from './drill/disk.ts'
import { mailDown } from './drill/mail.ts'
import { NotHere } from './drill/not-here.ts'

const drills: { [name: string]: () => Promise<string[]> } = { frozen, stopped, slow: delayed, locked, full: fullDisk, mail: mailDown }
const wanted = process.argv[2] ? [process.argv[2]] : Object.keys(drills)
let code = 0
for (const name of wanted) {
  const drill = drills[name]
  if (!drill) throw new Error(`There is no drill ${name}; there are ${Object.keys(drills).join(', ')}`)
  console.log(`\n${name}`)
  try {
    const wrong = await drill()
    for (const each of wrong) console.log(`  WRONG: ${each}`)
    if (wrong.length) code = 1
    else console.log('  all as it must be')
  } catch (error) {
    if (!(error instanceof NotHere)) throw error
    console.log(`  NOT DONE: ${error.message}`)
    code ||= 2
  }
}
process.exit(code)
