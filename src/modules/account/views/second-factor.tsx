import { encode } from 'uqr'
import { useScript } from '../../../web/needs.ts'
import { Actions, Button, ButtonLink } from '../../../web/ui/button.tsx'
import { TextField } from '../../../web/ui/field.tsx'
import { Form } from '../../../web/ui/form.tsx'
import type { Errors } from '../../../web/ui/form-state.ts'
import { PageHead } from '../../../web/ui/page-head.tsx'
import { useWords } from '../../../web/viewer.ts'
import { words } from '../../../web/words.ts'
import { accountWords } from '../words/account.ts'
import { ofFields, Trouble } from './trouble.tsx'

/** Connects an app: picture, link or key, then the first code. */
export function ConnectApp({ uri, keyText, errors = {} }: { uri: string; keyText: string; errors?: Errors }) {
  const w = useWords(accountWords).factor
  const { cancel } = useWords(words)
  return (
    <>
      <PageHead title={w.scanTitle} lead={w.scanLead} />
      <QrCode text={uri} label={w.scanLabel} />
      <p>
        <a href={uri}>{w.onThisPhone}</a>
      </p>
      <p>
        {w.key}
        <br />
        <code>{keyText.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <Trouble errors={errors} />
      <Form action="/akun/dua-langkah/kode" errors={ofFields(errors)}>
        <TextField name="code" label={w.code} size="short" maxLength={10} inputMode="numeric" autocomplete="one-time-code" secret />
        <Actions>
          <Button>{w.confirm}</Button>
          <ButtonLink kind="quiet" href="/akun/keamanan">
            {cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </>
  )
}

/** The recovery codes, this once; made to be printed. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const w = useWords(accountWords).factor
  useScript('keep-codes')
  return (
    <>
      <PageHead title={w.codesTitle} lead={w.codesLead} />
      <ul class="codes">
        {codes.map(code => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <keep-codes data-codes={codes.join('\n')} data-copied={w.codesCopied} data-not-copied={w.codesNotCopied} hidden>
        <Actions>
          <Button type="button" kind="secondary" name="print">
            {w.codesPrint}
          </Button>
          <Button type="button" kind="secondary" name="copy">
            {w.codesCopy}
          </Button>
        </Actions>
        <p role="status" />
      </keep-codes>
      <noscript>
        <p class="hint">{w.codesPrintHint}</p>
      </noscript>
      <Actions>
        <ButtonLink kind="primary" href="/akun/keamanan">
          {w.codesDone}
        </ButtonLink>
      </Actions>
    </>
  )
}

/** Black on white in either theme, for the cameras that insist on it; one path, four modules of margin as the standard asks. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} width="232" height="232" role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
