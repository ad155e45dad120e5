import { Button } from '../../../web/ui/button.tsx'
import { Form } from '../../../web/ui/form.tsx'
import { type Column, Table } from '../../../web/ui/table.tsx'
import { When } from '../../../web/ui/timeline.tsx'
import { useWords } from '../../../web/viewer.ts'
import type { MinutesOf } from '../schema/minutes.ts'
import { words } from '../words/words.ts'
import { MinutesState } from './state.tsx'

/** The sessions of a meeting, each with how far its minutes are. */
export function MinutesTable({ meeting, sessions }: { meeting: string; sessions: readonly MinutesOf[] }) {
  const w = useWords(words)
  const columns: Column<MinutesOf>[] = [
    {
      key: 'sesi',
      label: w.session,
      kind: 'main',
      value: ({ session, minutes }) => (minutes ? <a href={`/notula/${minutes.id}`}>{session.title}</a> : session.title),
    },
    {
      key: 'waktu',
      label: w.when,
      kind: 'date',
      spare: true,
      value: ({ session }) => (session.startsAt ? <When at={session.startsAt} short /> : '–'),
    },
    {
      key: 'status',
      label: w.status,
      kind: 'status',
      value: row => <Progress meeting={meeting} row={row} />,
    },
  ]
  return <Table caption={w.minutes} quiet columns={columns} rows={sessions} />
}

function Progress({ meeting, row: { session, minutes, mayBegin } }: { meeting: string; row: MinutesOf }) {
  const w = useWords(words)
  if (minutes) return <MinutesState state={minutes.state} />
  if (!mayBegin) return <>–</>
  return (
    <Form action={`/rapat/${meeting}/notula`} hidden={{ session: session.id ?? '' }}>
      <Button kind="secondary" aria-label={`${w.begin}: ${session.title}`}>
        {w.begin}
      </Button>
    </Form>
  )
}
