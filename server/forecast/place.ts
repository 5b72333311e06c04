/** Where a ticket waits, as far as ranges of forecasts differ. */
export interface Place {
  readonly hall: string
  readonly service: string
  /** Whether somebody waited before it. */
  readonly foundSomebody: boolean
}

/** From the narrowest to all. */
export function levelsOf({ hall, service, foundSomebody }: Place): readonly [string, string, string] {
  const found = foundSomebody ? 'somebody' : 'nobody'
  return [`${hall}/${service}/${found}`, `${hall}//${found}`, `//${found}`]
}
