import { EmptyState } from '../../../web/ui/empty-state.tsx'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words } from '../words/words.ts'
import { HelpSearch } from './search.tsx'

export type Term = { key: string; term: string; text: string }

/** The glossary in the order of the alphabet; `asked` narrows it. */
export function TermsView({ terms, asked, isNear }: { terms: readonly Term[]; asked: string; isNear: boolean }) {
  const w = useWords(words)
  return (
    <>
      <PageHead title={w.terms} lead={w.termsLead} />
      <HelpSearch action="/bantuan/istilah" label={w.termsSearch} asked={asked} />
      {isNear && terms.length ? <p role="status">{w.similar({ words: asked })}</p> : null}
      {terms.length ? <TermList terms={terms} /> : <EmptyState title={w.termsNone({ words: asked })} />}
      {asked ? (
        <p>
          <a href="/bantuan/istilah">{w.all}</a>
        </p>
      ) : null}
    </>
  )
}

export const TermList = ({ terms }: { terms: readonly Term[] }) => (
  <dl class="definitions">
    {terms.map(({ key, term, text }) => (
      <div id={key}>
        <dt>{term}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
)
