const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** `2026-11-22 14:05`, where every county of China keeps its clock. */
export const formatMoment = (at: Date): string => shanghai.format(at)

const mebibyte = 1024 * 1024

/** `3 KB`, `1.2 MB`, counted as file windows count; rounded up, so that nothing is 0. */
export const formatBytes = (bytes: number): string =>
  bytes < mebibyte ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / mebibyte).toFixed(1)} MB`
