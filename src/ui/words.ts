const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** `2026-11-22 14:05`, where every county of China keeps its clock. */
export const formatMoment = (at: Date): string => shanghai.format(at)

/** `3 KB`, `1.2 MB`: rounded up, so that nothing is 0. */
export const formatBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
