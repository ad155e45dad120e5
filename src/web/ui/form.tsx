import type { ComponentChildren } from 'preact'
import { ErrorSummary, type Gathered } from './error-summary.tsx'
import { type Errors, FormContext, type Values } from './form-state.ts'
import { Stored } from './stored.tsx'

/**
 * A form that works without JavaScript. Fields inside find their value and messages in `values` and `errors` by name, so
 * after a refusal the same view with what was sent shows everything again, with a summary on top. What is wrong is for the server to say:
 * all at once and in the person's language, never by the browser's own bubbles.
 * `labels` (name → label) words the summary where a field's own label does not say enough, `asks` what it counts, `gathered`
 * what it says once for all fields that lack it; `hidden` are further
 * fields that nobody sees; GET forms send no token.
 */
export type FormProps = {
  action: string
  method?: 'post' | 'get' | undefined
  id?: string | undefined
  values?: Values | undefined
  errors?: Errors | undefined
  labels?: Readonly<Record<string, string>> | undefined
  asks?: 'fields' | 'questions' | undefined
  gathered?: Gathered | undefined
  csrf?: string | undefined
  /** Sent as `idempotency_key`: the same form sent twice changes something once. */
  idempotencyKey?: string | undefined
  hidden?: Readonly<Record<string, string | number | undefined>> | undefined
  multipart?: boolean | undefined
  /** What is stored now by the names of the fields, where somebody else has meanwhile changed it: said above the fields that differ. */
  stored?: Values | undefined
  children: ComponentChildren
}

export function Form({
  action,
  method = 'post',
  id = '',
  values = {},
  errors = {},
  labels = {},
  asks,
  gathered,
  csrf,
  idempotencyKey,
  hidden = {},
  multipart,
  stored,
  children,
}: FormProps) {
  const unseen = { ...(method === 'post' ? { csrf, idempotency_key: idempotencyKey } : {}), ...hidden }
  return (
    <FormContext.Provide value={{ id, values, errors, inAddress: method === 'get' }}>
      <form
        class="form"
        id={id || undefined}
        action={action}
        method={method}
        enctype={multipart ? 'multipart/form-data' : undefined}
        novalidate
      >
        <ErrorSummary errors={errors} values={values} labels={labels} form={id} asks={asks} gathered={gathered}>
          {children}
        </ErrorSummary>
        {stored ? (
          <Stored stored={stored} values={values} labels={labels} form={id}>
            {children}
          </Stored>
        ) : null}
        {Object.entries(unseen).map(([name, value]) =>
          value === undefined ? null : <input type="hidden" name={name} value={String(value)} />,
        )}
        {children}
      </form>
    </FormContext.Provide>
  )
}

/** Fields that belong together, under a heading of their own. */
export const FieldGroup = ({ title, lead, children }: { title: string; lead?: ComponentChildren; children: ComponentChildren }) => (
  <fieldset class="group">
    <legend>{title}</legend>
    {lead ? <p class="hint">{lead}</p> : null}
    {children}
  </fieldset>
)
