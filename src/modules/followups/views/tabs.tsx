import { Tabs } from '../../../web/ui/tabs.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words } from '../words.ts'

/** Which face of the list is shown; `own` and `judges` say whether the person can have tasks and verdicts at all. */
export type Tabbed = { current: 'active' | 'all' | 'mine' | 'toVerify' | 'progress'; own: boolean; judges: boolean }

export function FollowUpTabs({ current, own, judges }: Tabbed) {
  const { list: w } = useWords(words)
  const tabs = [
    { key: 'active', href: '/tindak-lanjut', label: w.waitingTab, shown: true },
    { key: 'mine', href: '/tindak-lanjut?saya=ya', label: w.mine, shown: own },
    { key: 'all', href: '/tindak-lanjut?semua=ya', label: w.all, shown: true },
    { key: 'toVerify', href: '/tindak-lanjut?periksa=ya', label: w.toVerify, shown: judges },
    { key: 'progress', href: '/tindak-lanjut/perkembangan', label: w.progress, shown: true },
  ]
  return (
    <Tabs
      label={w.tabs}
      tabs={tabs.filter(({ shown }) => shown).map(({ key, href, label }) => ({ href, label, current: key === current }))}
    />
  )
}
