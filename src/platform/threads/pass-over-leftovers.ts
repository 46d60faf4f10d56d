/**
 * For threads that read foreign bytes. How a job ends, its own promise says; what a library leaves behind of a damaged
 * file, often after the answer, would otherwise end the thread, and with it the job of somebody else.
 */
export const passOverLeftovers = (): void => void process.on('unhandledRejection', () => undefined)
