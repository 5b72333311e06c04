export interface Asking {
  /** The address at the other end of the connection. */
  readonly peer: string | undefined
  /** The header `X-Forwarded-For`. */
  readonly forwarded: string | undefined
}

/**
 * The network address that a request comes from. Behind a proxy on this machine that ends TLS it is the one that the
 * proxy saw and put last; what stands before it, or comes from elsewhere, anybody may have written. Of IPv6 it is the
 * network: whoever has one address there has all of it.
 */
export function askerOf({ peer = '', forwarded }: Asking, publicUrl: string): string {
  const isProxied = publicUrl.startsWith('https:') && /^(::1|(::ffff:)?127\.[\d.]+)$/.test(peer)
  const seen = isProxied ? forwarded?.split(',').at(-1)?.trim() : undefined
  return networkOf(seen || peer)
}

function networkOf(address: string): string {
  // An IPv4 address, or one of this machine.
  if (!address.includes(':') || address.startsWith('::')) return address
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':'))
  const groups = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail]
  return groups.slice(0, 4).join(':')
}
