/** Name and version of the grammar; a plan compiled by an older one can be compiled again. */
export const compilerVersion = 'guatu-plan-grammar/3'
