import { Actions, ButtonLink } from '../../../web/ui/button.tsx'
import { PageHead, Section } from '../../../web/ui/page-head.tsx'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { words as frame } from '../../../web/words.ts'
import { signInWords } from '../../account/words/sign-in.ts'
import { titles } from '../../register/words/titles.ts'
import { words } from '../words/words.ts'
import { Labelled } from './task.tsx'

/** What somebody who is not signed in needs to know. */
export function VisitorHelp() {
  const w = useWords(words)
  const f = useWords(frame)
  const { signIn } = useWords(signInWords)
  const register = titles.register[useViewer().locale]
  return (
    <>
      <PageHead title={w.title} lead={w.visitor.what({ does: f.whatItIs })} />
      <Section title={w.visitor.enter}>
        <p>{w.visitor.enterText}</p>
        <p>
          <Labelled text={w.visitor.lost({ forgotten: signIn.forgotten })} />
        </p>
        <Actions>
          <ButtonLink href="/masuk" kind="primary">
            {f.signIn}
          </ButtonLink>
        </Actions>
      </Section>
      <Section title={register}>
        <p>
          {w.visitor.public} <a href="/daftar-publik">{register}</a>
        </p>
      </Section>
    </>
  )
}
