import { z } from 'zod'

/** Something a person is expected to do next, as any module may say it. */
export const Todo = z.object({
  /** The module's own word for it: `report`, `review`, `order`. */
  kind: z.string(),
  title: z.string(),
  dueOn: z.iso.date().nullable(),
  /** Where it is done, a path of this product. */
  link: z.string(),
})
export type Todo = z.infer<typeof Todo>
