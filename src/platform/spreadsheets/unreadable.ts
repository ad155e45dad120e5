export type UnreadableReason = 'not_a_spreadsheet' | 'other_format' | 'encrypted' | 'too_large' | 'empty'

/**
 * A file that cannot be read as a table, with the reason that a person can act on. `other_format` is a spreadsheet, but not
 * .xlsx or .csv (an old .xls, .xlsb, .ods, a web page saved as .xls): saving it as .xlsx helps.
 */
export class UnreadableSpreadsheet extends Error {
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UnreadableSpreadsheet'
    this.reason = reason
  }
}
