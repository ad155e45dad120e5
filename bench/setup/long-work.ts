import { sql } from 'kysely'
import { createFollowUp } from '../../src/modules/followups/operations/create.ts'
import { actorOfPerson } from '../../src/platform/authority/load-actor.ts'
import { call, type Kernel, newId } from '../../src/platform/operation/operation.ts'
import { addDays } from '../../src/platform/values/clock.ts'
import { newOfficer, tokenOf } from './people.ts'
import type { Send } from './send.ts'
import { agreementsWorkbook } from './workbook.ts'

/** Somebody who does what takes long, again and again until it is enough; `faults` says what is wrong of it afterwards. */
export type LongWork = {
  work(send: Send, isEnough: () => boolean): Promise<void>
  /** How many were acknowledged so far. */
  steps(): number
  faults(kernel: Kernel): Promise<string[]>
  done(): string
}

/** Imports of so many rows, one after the other: read and recorded by the jobs of the server, each row once. */
export async function importing(kernel: Kernel, rows: number): Promise<LongWork> {
  const token = await tokenOf(kernel, await newOfficer(kernel))
  const found = await kernel.store.db.selectFrom('office').select('code').where('kind', 'in', ['province', 'regency']).execute()
  const offices = found.map(({ code }) => code).sort()
  const numbers: string[] = []
  let [imports, steps, met] = [0, 0, 0]
  return {
    async work(send, isEnough) {
      const reaches = async (id: string, wanted: 'preview' | 'done'): Promise<{ rev: number }> => {
        for (const from = Date.now(); Date.now() - from < 180_000; ) {
          const { answer, tries } = await send(token, { method: 'GET', path: `/imports/${id}` })
          if (tries) met++
          if (answer.state === wanted) {
            steps++
            return answer
          }
          if (['failed', 'cancelled', 'stopped'].includes(answer.state)) throw new Error(`The import is ${answer.state}: ${answer.failure}`)
          await new Promise(resolve => setTimeout(resolve, 100))
        }
        throw new Error(`The import was not ${wanted} after three minutes`)
      }
      while (!isEnough()) {
        const book = await agreementsWorkbook(rows, offices, `K${imports}`)
        const body = new FormData()
        body.append('file', new File([book.bytes as Uint8Array<ArrayBuffer>], 'perjanjian.xlsx'))
        const { id } = (await send(token, { method: 'POST', path: '/imports', body, key: newId() })).answer
        const { rev } = await reaches(id, 'preview')
        await send(token, { method: 'PUT', path: `/imports/${id}/confirmation?rev=${rev}`, key: newId() })
        await reaches(id, 'done')
        imports++
        numbers.push(...book.numbers)
      }
    },
    async faults({ store: { db } }) {
      const found = await db
        .selectFrom('agreement')
        .select(['kpu_number as number', eb => eb.fn.countAll<number>().as('times')])
        .where(sql<boolean>`kpu_number = any (${numbers}::text[])`)
        .groupBy('kpu_number')
        .execute()
      const open = await db.selectFrom('run').select('id').where('state', '<>', 'done').execute()
      return counted({
        'rows missing': numbers.length - found.length,
        'rows double': found.filter(({ times }) => times > 1).length,
        'runs not done': open.length,
      })
    },
    steps: () => steps,
    done: () => `${imports} imports of ${rows} rows (${met} kills while one was under way)`,
  }
}

/** One bulk act after the other on the same follow-ups: each moves the due day of all, and each third is put back. */
export async function actingInBulk(kernel: Kernel, count: number): Promise<LongWork> {
  const officer = await newOfficer(kernel)
  const token = await tokenOf(kernel, officer)
  const actor = (await actorOfPerson(kernel.store.db, officer, kernel.clock.today()))!
  const { officeId } = await kernel.store.db
    .selectFrom('office')
    .select('id as officeId')
    .where('code', '=', '00')
    .executeTakeFirstOrThrow()
  const first = addDays(kernel.clock.today(), 30)
  const ids: string[] = []
  for (let at = 1; at <= count; at++) {
    const draft = { action: `Tugas ${at}`, officeId, ownerId: officer, dueOn: first }
    ids.push((await call(kernel, actor, createFollowUp, draft, 'setup')).id)
  }
  let [acts, undone, steps, again, dueOn] = [0, 0, 0, 0, first]
  return {
    async work(send, isEnough) {
      const take = async (method: string, path: string, body: object, outcome: 'ready' | 'done' | 'undone'): Promise<string> => {
        const { answer, tries } = await send(token, { method, path, body, key: newId() })
        if (answer.counts[outcome] !== count) throw new Error(`Of ${count} rows ${answer.counts[outcome]} were ${outcome}`)
        steps++
        if (tries) again++
        return answer.id
      }
      while (!isEnough()) {
        const next = addDays(first, 1 + (acts % 300))
        const body = { kind: 'followups.reschedule', params: { dueOn: next, reason: `Diundur, kali ke-${acts + 1}.` }, ids }
        const id = await take('POST', '/bulk-acts', body, 'ready')
        await take('PUT', `/bulk-acts/${id}/execution`, {}, 'done')
        if (++acts % 3) dueOn = next
        else {
          await take('PUT', `/bulk-acts/${id}/reversal`, {}, 'undone')
          undone++
        }
      }
    },
    /** Every act on all rows, and for each row of it one line of the trail in the transaction of that act. */
    async faults({ store: { db } }) {
      const { rows: found } = await sql<{ state: string; whole: boolean }>`
        select a.state, bool_and(r.outcome = a.state) and count(*) = ${count} as whole
        from bulk_act a join bulk_row r on r.act_id = a.id group by a.id`.execute(db)
      const { rows: trail } = await sql<{ lines: number; subjects: number }>`
        select count(*) as lines, count(distinct subject_id) as subjects from audit_event
        where subject_kind = 'follow_up' and operation in ('followups.reschedule', 'bulk.undo') group by transaction`.execute(db)
      const rows = await db.selectFrom('follow_up').select(['rev', 'due_on as dueOn']).execute()
      return counted({
        'acts half done or left open': found.filter(act => !act.whole).length,
        'acts not as acknowledged': Math.abs(found.length - acts) + Math.abs(found.filter(act => act.state === 'undone').length - undone),
        'acts whose audit lines are not their rows': trail.filter(act => act.lines !== count || act.subjects !== count).length,
        'acts too many or too few in the trail': Math.abs(trail.length - acts - undone),
        'follow-ups not changed once an act': rows.filter(row => row.rev !== acts + undone || row.dueOn !== dueOn).length,
      })
    },
    steps: () => steps,
    done: () => `${acts} bulk acts on ${count} rows, ${undone} of them put back (${again} sent again)`,
  }
}

const counted = (faults: Record<string, number>): string[] =>
  Object.entries(faults).flatMap(([what, many]) => (many ? [`${many} ${what}`] : []))
