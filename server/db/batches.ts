/**
 * Rows of one statement. The widest table has 19 columns, and SQLite takes 32,766 parameters a statement; beyond
 * a hundred rows a statement grows no faster.
 */
const rowsAStatement = 100

/** Cuts rows into parts that fit one statement each; no rows, no parts. */
export function* inBatches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += rowsAStatement) {
    yield rows.slice(start, start + rowsAStatement)
  }
}

/** The last row of each key. PostgreSQL refuses an upsert that meets the same row twice. */
export function lastByKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()]
}
