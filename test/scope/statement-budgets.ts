import budgets from './statement-budgets.json' with { type: 'json' }

/** What an operation of which nothing else is said may send: enough for its own facts, its rules of rows and its trace. */
export const ordinary = 12

/** How many statements an operation may send for its example; those beyond the ordinary stand in `statement-budgets.json`. */
export const budgetOf = (name: string): number => (budgets as Record<string, number>)[name] ?? ordinary

/** A budget that is no longer used up is lowered, so that what was won is not lost again unseen. */
export const isTooMuch = (name: string, count: number): boolean => name in budgets && count < budgetOf(name) * 0.8

/** Operations a budget is kept for. */
export const budgeted: readonly string[] = Object.keys(budgets)
