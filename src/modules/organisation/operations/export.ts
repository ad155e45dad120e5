import { reach } from '../../../platform/authority/reach.ts'
import { roles } from '../../../platform/authority/roles.ts'
import { everyPage, flowSize } from '../../../platform/database/keyset.ts'
import { operation } from '../../../platform/operation/operation.ts'
import { Format } from '../../../platform/spreadsheets/formats.ts'
import { tableFile } from '../../../platform/spreadsheets/table-file.ts'
import { Download } from '../../../platform/values/shapes.ts'
import { pageOfPersons } from '../queries/persons.ts'
import { placesOf } from '../rules.ts'
import { PersonFilter, type PersonRow } from '../schema.ts'
import { words } from '../words.ts'

export const exportPersons = operation({
  name: 'persons.export',
  summary: 'Download exactly what is filtered of the persons in your reach, no more of each than the list says: CSV, XLSX or JSON',
  power: 'person.read',
  reads: 'stream',
  input: PersonFilter.omit({ after: true, before: true }).extend({ format: Format }),
  output: Download,
  example: { format: 'csv', office: '35.10' },
  async run(context, { format, ...asked }) {
    reach(context, 'person.read')
    return tableFile(
      format,
      {
        name: `orang-${context.clock.today(context.actor.zone)}`,
        sheet: w.people,
        zone: context.actor.zone,
        columns: [w.name, w.positionOrPartner, w.role, w.state].map(header => ({ header, width: 30, kind: 'text' as const })),
        cells: (person: Listed) => [
          person.name,
          placesOf(person, w.actingShort).join('; ') || null,
          person.roles.map(role => roles[role].name.id).join(', ') || null,
          w.states[person.state],
        ],
      },
      everyPage(async after => {
        const { persons, next } = await pageOfPersons(context, { ...asked, after }, flowSize)
        return { rows: persons.map(asListed), next }
      }),
    )
  },
})

/** In Indonesian whatever the language of the reader, as lists are passed on. */
const w = words.id

/** No numbers and addresses of anybody: those stand on the page of each. */
const asListed = ({ id, name, positions, partners, offices, roles, state }: PersonRow) => ({
  id,
  name,
  positions,
  partners,
  offices,
  roles,
  state,
})
type Listed = ReturnType<typeof asListed>
