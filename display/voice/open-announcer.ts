import { Announcer, type AnnouncerParts } from './announcer.ts'
import { openClips } from './clips.ts'
import { playClips } from './play-clips.ts'

/** What speaks at a display, apart from its first screen, which does not wait for it. */
export function openAnnouncer(
  context: AudioContext,
  parts: Pick<AnnouncerParts, 'line' | 'ring' | 'onOutcome'>,
): Announcer {
  return new Announcer({
    ...parts,
    clips: openClips(context),
    play: (clips) => playClips(context, clips),
  })
}
