const megabyte = 1024 * 1024

/** The most a file may weigh: 20 MB carries a scanned paper of some fifty pages and holds nobody's line for long. */
export const fileLimit = 20 * megabyte

/** What is taken in: by one person a day, and by the county in all, each hash once. Bytes. */
export interface Quota {
  filesADay: number
  bytesADay: number
  countyBytes: number
}

/** Ten photos for each of twenty tasks a day are a heavy day; 50 GB are some twenty years of a county's evidence. */
export const quota: Quota = { filesADay: 200, bytesADay: 500 * megabyte, countyBytes: 50e9 }

/** Whole megabytes for a sentence: rounded down, so that what is said to be left is there. */
export const megabytesOf = (bytes: number): number => Math.floor(bytes / megabyte)
