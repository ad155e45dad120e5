import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Viewer, ViewerContext } from '../viewer.ts'
import { type Drawn, FormContext, type FormState } from './form-state.ts'

/** Which fields a form has, in their order; only by drawing it once beforehand is that known. */
export function drawnIn(viewer: Viewer, form: Pick<FormState, 'id' | 'values' | 'errors'>, fields: ComponentChildren): Map<string, Drawn> {
  const drawn = new Map<string, Drawn>()
  renderToString(
    <ViewerContext.Provide value={viewer}>
      <FormContext.Provide value={{ ...form, drawn }}>{fields}</FormContext.Provide>
    </ViewerContext.Provide>,
  )
  return drawn
}
