import type { z } from 'zod'
import type { Job, JobCall } from '#platform/operation/implement.ts'

/**
 * Declares a job. It is run again when it throws, so it does nothing twice that must not happen twice:
 * what it writes goes into `call.finish`, or is asked for before it is done.
 * @param job `{ name: 'notices.deliver', title: '投递消息' }`
 */
export function defineJob<P extends z.ZodObject>(
  job: Pick<Job, 'name' | 'formerly' | 'title' | 'ofHouse' | 'counties'>,
  payload: P,
  run: (call: JobCall<z.output<P>>) => Promise<void>,
): Job<P> {
  return { ...job, payload, run: run as (call: JobCall<never>) => Promise<void> }
}

/** Every name a job may be waiting under. */
export const namesOf = ({ name, formerly = [] }: Pick<Job, 'name' | 'formerly'>): string[] => [name, ...formerly]
