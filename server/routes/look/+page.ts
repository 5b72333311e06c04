import { error } from '@sveltejs/kit'
import { dev } from '$app/env'

// Decided on the server, so that the answer outside development is a true 404.
export const ssr = true

export function load(): void {
  if (!dev) error(404)
}
