import { z } from 'zod'

/** How often the plan wants a series to meet. */
export const SeriesEvery = z.enum(['week', 'half_month', 'month', 'two_months', 'quarter', 'half_year', 'year'])
export type SeriesEvery = z.infer<typeof SeriesEvery>
