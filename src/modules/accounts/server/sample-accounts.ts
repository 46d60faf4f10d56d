/** `127.0.0.1`, `::1` and the same in IPv6 form; a caller without an address (command line, test) is on this machine. */
const isLocal = (address: string): boolean => address === '' || /^(::1|(::ffff:)?127(\.\d+){3})$/.test(address)

/**
 * Sample accounts have a password everybody can read: they work while the server listens on this machine only, and for
 * callers on it; one that came through a proxy is told by the address the proxy names.
 */
export const isSampleAway = (
  { sample }: { sample: boolean },
  { onLoopback, address }: { onLoopback: boolean; address: string },
): boolean => sample && !(onLoopback && isLocal(address))
