/** A statement in few words: names without quotes, lists of any length alike, columns that are read or set left out. */
export const shapeOf = (text: string): string =>
  text
    .replaceAll('"', '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/\$\d+/g, '$')
    .replaceAll(/in \(\$(?:, \$)*\)/g, 'in ($)')
    .replaceAll(/\b\w+\.\w+\.(\w+)/g, '$1')
    .replaceAll(/select .*? from /g, 'select from ')
    .replace(/ set .*? where/, ' set where')
    .replace(/ order by .*$/, '')

const named = /\b(?:from|join|update|using)\s+"?(\w+)"?\."?(\w+)"?/gi

/**
 * The tables of tenants a statement reads or changes without saying whose rows it means: nowhere in its conditions stands
 * the jurisdiction. An `insert` says it in its row.
 * @param tables `schema.table` of all that have a `division_code`
 */
export function tablesWithoutDivision(text: string, tables: ReadonlySet<string>): string[] {
  if (/^\s*insert\b/i.test(text)) return []
  const touched = [...text.matchAll(named)].map(([, schema, table]) => `${schema}.${table}`)
  const conditions = /\b(?:where|on)\b(.*)$/is.exec(text)?.[1] ?? ''
  if (conditions.includes('division_code')) return []
  return [...new Set(touched)].filter((table) => tables.has(table)).sort()
}

/** Statements that name no jurisdiction, each with its reason. What is new is no reason: it has a jurisdiction to name. */
const allowed: readonly (readonly [RegExp, string])[] = [
  [
    / accounts\.user (?:set )?where (?:id|username) = \$/,
    'whose account it is tells the jurisdiction: it is found before one is known',
  ],
  [
    / accounts\.mandate inner join accounts\.user on id = user_id where \(ended_at is null and user_id in \(\$\)\)$/,
    'in what a person may act, wherever that is',
  ],
  [/ accounts\.user where sample = \$/, 'the first start asks for the sample accounts of the house'],
  [/ where false$/, 'a list of nothing reads nothing'],
  [/ audit\.(?:entry|head)$/, 'the check-up counts the trails of all'],
  [/ files\.intake\) each group by each\.division_code$/, 'the check-up weighs what each jurisdiction keeps'],
  [/sha256 is not null$/, 'the check-up looks for every file the house names'],
  [/ plans\.hand_in where id = \$$/, 'a reading under way is known by its number alone'],
  // These are asked by the key of a row that was found in its jurisdiction a statement before.
  [/ organisations\.agency where id (?:= \$|in \(\$\))$/, 'names of agencies, by the ids in rows of the jurisdiction'],
  [/ files\.attachment inner join files\.file /, 'files, by the ids of the things they were joined to'],
  [/^(?:select from|update) (?:programmes|lamps|schedules)\./, 'by the programme, task or target'],
  [/^(?:select from|update) (?:reporting|reports|ledgers)\./, 'by the programme, task, question or report'],
  [/^(?:select from|update) supervision\./, 'by the programme, order, paper or entry'],
]

export const isAllowedWithout = (shape: string): boolean => allowed.some(([pattern]) => pattern.test(shape))
