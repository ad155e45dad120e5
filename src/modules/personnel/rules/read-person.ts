import { isBlankCell, wordsOf } from '../../../platform/reading/cell-words.ts'
import { endsBeforeStart, readDay } from '../../../platform/reading/days.ts'
import { readMailAddress } from '../../../platform/reading/mail-addresses.ts'
import type { OfficeIndex } from '../../../platform/reading/offices.ts'
import { nameKey, readPersonName, shownName } from '../../../platform/reading/person-names.ts'
import { readPhones } from '../../../platform/reading/phones.ts'
import type { PersonField, PersonProblem, SaidPerson } from '../schema.ts'
import { readNip } from './nip.ts'
import { readPosition } from './positions.ts'
import { isExample } from './template.ts'

/** `key` is office and bare name: equal keys are one person. `offices` are the codes that the row may mean when `office` is null. */
export type ReadPerson = SaidPerson & { problems: PersonProblem[]; key: string; offices: string[] }

/** Reads the cells of one row; a column that the file does not have says nothing. */
export function readPerson(cells: Partial<Record<PersonField, string>>, offices: OfficeIndex): ReadPerson {
  const text = (field: PersonField): string => cells[field] ?? ''
  const name = isBlankCell(text('name')) ? null : readPersonName(text('name'))
  const shown = (name && shownName(name)) || null
  const place = offices.resolve(text('officeCode'), text('officeName'))
  const nip = readNip(text('nip'))
  const position = readPosition(text('position'))
  const phones = readPhones(text('phones'))
  const mail = readMailAddress(text('email'))
  const starts = readTermDay(text('startsOn'), false)
  const ends = readTermDay(text('endsOn'), true)
  const said = { office: place.office, name: shown, nip, ...position }
  const contact = { phones: phones.phones, email: mail.email, startsOn: starts.day, endsOn: ends.day }
  const problems: (PersonProblem | false | null)[] = [
    shown === null && 'name_missing',
    isExample(cells) && 'example_row',
    nip === null && !isBlankCell(text('nip')) && 'nip_invalid',
    place.problem,
    position.position === null && 'position_unknown',
    phones.invalid && 'phone_invalid',
    mail.invalid && 'email_invalid',
    (starts.invalid || ends.invalid) && 'date_invalid',
    endsBeforeStart(contact) && 'ends_before_start',
  ]
  return {
    ...said,
    ...contact,
    problems: problems.filter(problem => typeof problem === 'string').toSorted(),
    key: `${place.office ?? ''} ${name ? nameKey(name) : ''}`,
    offices: place.candidates,
  }
}

function readTermDay(text: string, isEnd: boolean): { day: string | null; invalid: boolean } {
  if (isBlankCell(text) || (isEnd && untilNow.has(wordsOf(text)))) return { day: null, invalid: false }
  const day = readDay(text)
  return { day, invalid: day === null }
}

const untilNow = new Set(['sekarang', 'sd sekarang', 'sampai sekarang'])
