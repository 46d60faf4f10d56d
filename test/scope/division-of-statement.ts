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
const given = /division_code"? (?:=|in) \(*[$']/

/**
 * The tables with owners a statement reads or changes without saying whose rows it means: no owner is given in its
 * conditions, or what is joined is not held to it. An `insert` says it in its row.
 * @param tables `schema.table` of all that have owners
 */
export function tablesWithoutDivision(text: string, tables: ReadonlySet<string>): string[] {
  if (/^\s*insert\b/i.test(text)) return []
  const touched = [...new Set([...text.matchAll(named)].map(([, schema, table]) => `${schema}.${table}`))]
  const owned = touched.filter((table) => tables.has(table)).sort()
  const conditions = /\b(?:where|on)\b(.*)$/is.exec(text)?.[1] ?? ''
  if (!given.test(conditions)) return owned
  const isHeld = (table: string) => conditions.includes(`"${table.replace('.', '"."')}"."division_code"`)
  return owned.length === 1 ? [] : owned.filter((table) => !isHeld(table))
}

/** Statements that name no jurisdiction, each with its reason. What is new is no reason: it has a jurisdiction to name. */
const allowed: readonly (readonly [RegExp, string])[] = [
  [
    / accounts\.user inner join accounts\.mandate on .* left join accounts\.rules /,
    'who asks: the person found by their session says whose rows are meant',
  ],
  [/ accounts\.user where username = \$$/, 'the account found by its name says whose rows are meant'],
  [/ audit\.(?:entry|head)$/, 'the check-up counts the trails of all'],
  [/ files\.intake\) each group by each\.division_code$/, 'the check-up weighs what each jurisdiction keeps'],
  [/sha256 is not null$/, 'the check-up looks for every file the house names'],
  [
    /^select from (?:programmes\.programme|organisations\.agency_above|registry\.import)$/,
    'the clock asks for which counties there is work',
  ],
]

/** Of these shapes those without a reason, and reasons no shape is left for. */
export const judgeShapes = (shapes: readonly string[]): { without: string[]; unused: string[] } => ({
  without: [...new Set(shapes)].filter((shape) => !allowed.some(([pattern]) => pattern.test(shape))).sort(),
  unused: allowed.filter(([pattern]) => !shapes.some((shape) => pattern.test(shape))).map(([, reason]) => reason),
})
