import type { Locale } from '../i18n/words.ts'
import type { Context } from '../operation/operation.ts'

type About = { id: string; name: string; email: string | null; locale?: Locale; phones?: string[]; nip?: string | null; invited_at?: Date }
/**
 * What may be written about a person from elsewhere: what they say of themselves, with which account they sign in, when they were
 * invited, when all access of theirs was ended.
 */
type Change = {
  name?: string
  locale?: string
  zone?: Context['actor']['zone'] | null
  rev?: number
  auth_user_id?: string
  invited_at?: Date
  access_ended_at?: Date
}

/** Adds a person. @returns whether they could be added: the e-mail address was not registered yet */
export async function addPerson({ db, clock }: Pick<Context, 'db' | 'clock'>, about: About): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('person')
    .values({ ...about, created_at: clock.now() })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function updatePerson({ db }: Pick<Context, 'db'>, id: string, change: Change): Promise<void> {
  await db.updateTable('person').set(change).where('id', '=', id).execute()
}
