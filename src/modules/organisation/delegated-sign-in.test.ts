import { afterAll, expect, test } from 'vitest'
import { as, db, kernel, person } from '../../../test/world.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { delegateGrant } from './operations/delegations.ts'
import { changePerson, leavePerson, showPerson } from './operations/persons.ts'
import { resetSecondFactor } from './operations/second-factor.ts'

afterAll(() => kernel.close())

test('who acts in a delegated role changes nobody’s sign-in: they would keep the account when the delegation is over', async () => {
  const [chief, deputy] = [await person('Kepala', 'office_leader', '35.10'), await person('Wakil', 'office_operator', '35.10')]
  const colleague = await person('Rekan', 'office_operator', '35.10')
  const source = await db.selectFrom('role_grant').select('id').where('person_id', '=', chief.personId).executeTakeFirstOrThrow()
  const today = kernel.clock.today()
  await as(chief)(delegateGrant, { grantId: source.id, personId: deputy.personId!, fromOn: today, toOn: today })
  const acting = (await actorOfPerson(db, deputy.personId!, today))!
  for (const id of [chief.personId!, colleague.personId!]) {
    const { name, rev } = await as(chief)(showPerson, { id })
    expect(await as(acting)(showPerson, { id })).toMatchObject({ changeable: false, secondFactor: null })
    const email = `diambil-${id}@contoh.go.id`
    await expect(as(acting)(changePerson, { id, name, email, rev })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as(acting)(resetSecondFactor, { id })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(as(acting)(leavePerson, { id })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await as(chief)(showPerson, { id })).toMatchObject({ changeable: true })
  }
})
