/** Two words of a foreign language in a row: what libraries say, unless the request itself said them. */
const foreign = /[A-Za-z]{2,} [A-Za-z]{2,}/

/** What is wrong with the sentence of a refusal; undefined when it is a clear Chinese one. */
export function complaintOf(sentence: unknown, asked: string): string | undefined {
  if (typeof sentence !== 'string' || !/\p{Script=Han}{4}/u.test(sentence)) return 'no sentence'
  const found = foreign.exec(sentence)?.[0]
  return found !== undefined && !asked.includes(found) ? `another language: ${sentence.slice(0, 60)}` : undefined
}
