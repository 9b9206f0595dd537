/** The first half of a SHA-256 in eight groups of four, for two people to compare by eye. */
export function shortFingerprint(sha256: string): string {
  return (sha256.slice(0, 32).toUpperCase().match(/.{4}/g) ?? []).join(' ')
}
