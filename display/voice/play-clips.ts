/** A machine whose sound goes away ends nothing: so long after its end a clip counts as one that was not heard. */
const graceMs = 1_000

/** Plays clips one after another without a gap. False if they did not come to their end in time. */
export function playClips(context: AudioContext, clips: readonly AudioBuffer[]): Promise<boolean> {
  let at = context.currentTime
  let last: AudioBufferSourceNode | null = null
  for (const clip of clips) {
    last = context.createBufferSource()
    last.buffer = clip
    last.connect(context.destination)
    last.start(at)
    at += clip.duration
  }
  return new Promise((resolve) => {
    if (!last) return resolve(true)
    const timer = setTimeout(() => resolve(false), (at - context.currentTime) * 1_000 + graceMs)
    last.onended = () => {
      clearTimeout(timer)
      resolve(true)
    }
  })
}
