import type { ReportParts } from './line-report.ts'

/** Has a device tell how it fares, after its first screen: nobody waits for it. Returns the way to stop. */
export function reportLater(parts: ReportParts): () => void {
  const reporting = import('./line-report.ts')
    .then(({ reportHealth }) => reportHealth(parts))
    .catch(() => null)
  return () => void reporting.then((stop) => stop?.())
}
