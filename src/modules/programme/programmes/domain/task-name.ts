/** What a task is called in lists and papers: its number in the plan, where it bears one, and its title. */
export const callTask = ({ number, title }: { number: string; title: string }): string => `${number} ${title}`.trim()
