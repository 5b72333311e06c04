import Accessibility from '@lucide/svelte/icons/accessibility'
import Baby from '@lucide/svelte/icons/baby'
import Ear from '@lucide/svelte/icons/ear'
import EyeOff from '@lucide/svelte/icons/eye-off'
import Hand from '@lucide/svelte/icons/hand'

/** The same for who says a need and for who is to know of it. */
export const needIcons = {
  mobility: Accessibility,
  hearing: Ear,
  'sign-language': Hand,
  sight: EyeOff,
  'small-child': Baby,
} as const
