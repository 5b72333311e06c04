/** Rows as a file for a spreadsheet (RFC 4180), marked as UTF-8 for those that would guess. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** A spreadsheet takes what begins with one of these for a formula; what others wrote must not be one. */
const formula = /^[=+\-@\t\r]/

function cell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
