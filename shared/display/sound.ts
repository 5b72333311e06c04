/** What is heard of a call at a display: a chime and words, a chime alone, or nothing. */
export const sounds = ['voice', 'chime', 'silent'] as const
export type Sound = (typeof sounds)[number]

export function isSound(name: string): name is Sound {
  return (sounds as readonly string[]).includes(name)
}

/** What became of a call at a display: heard, no longer wanted, kept silent by the browser, or its words did not come. */
export const callOutcomes = ['played', 'dropped', 'blocked', 'failed'] as const
export type CallOutcome = (typeof callOutcomes)[number]
