/** The most a file may weigh: 20 MB carries a scanned paper of some fifty pages and holds nobody's line for long. */
export const fileLimit = 20 * 1024 * 1024
