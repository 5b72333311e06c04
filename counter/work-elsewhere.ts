/** Of browsers that may be told whether anybody works at the machine at all, in whatever program. */
interface IdleDetector {
  readonly userState: 'active' | 'idle' | null
  readonly screenState: 'locked' | 'unlocked' | null
  start(options: { readonly threshold: number; readonly signal: AbortSignal }): Promise<void>
}

declare global {
  interface Window {
    readonly IdleDetector?: { new (): IdleDetector; requestPermission(): Promise<PermissionState> }
  }
}

/** Who has touched nothing for so long is idle; browsers tell of no less (ms). */
const lookBack = 60_000
/** So often it is looked at (ms). */
const grain = 5_000

/** Asks whether the page may know; browsers take that of a press alone. */
export function askForWorkElsewhere(): void {
  window.IdleDetector?.requestPermission().catch(() => {})
}

/** Notes since when at least somebody has worked, as far as the page may know; call the answer to stop. */
export function watchWorkElsewhere(note: (at: number) => void): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  void whenAllowed(signal, async (Detector) => {
    const detector = new Detector()
    await detector.start({ threshold: lookBack, signal })
    const timer = setInterval(() => {
      if (detector.userState === 'active' && detector.screenState === 'unlocked') note(Date.now() - lookBack)
    }, grain)
    signal.addEventListener('abort', () => clearInterval(timer))
  }).catch(() => {})
  return () => stopping.abort()
}

async function whenAllowed(
  signal: AbortSignal,
  watch: (Detector: NonNullable<Window['IdleDetector']>) => Promise<void>,
): Promise<void> {
  const Detector = window.IdleDetector
  if (!Detector) return
  const leave = await navigator.permissions.query({ name: 'idle-detection' as PermissionName })
  if (leave.state === 'granted') return watch(Detector)
  const look = () => leave.state === 'granted' && void watch(Detector).catch(() => {})
  leave.addEventListener('change', look, { signal })
}
