import ts from 'typescript'

/** One change of one place: what stood there, what stands there instead. */
export interface Mutant {
  file: string
  line: number
  start: number
  was: string
  now: string
}

/** A change and the expression or statement that is written twice for it, once as it was and once changed. */
interface Change {
  anchor: ts.Node
  start: number
  end: number
  now: string
}

const { SyntaxKind: Kind } = ts

const operators = new Map<ts.SyntaxKind, readonly string[]>([
  [Kind.PlusToken, ['-']],
  [Kind.MinusToken, ['+']],
  [Kind.AsteriskToken, ['/']],
  [Kind.SlashToken, ['*']],
  [Kind.PercentToken, ['*']],
  [Kind.LessThanToken, ['<=', '>=']],
  [Kind.LessThanEqualsToken, ['<', '>']],
  [Kind.GreaterThanToken, ['>=', '<=']],
  [Kind.GreaterThanEqualsToken, ['>', '<']],
  [Kind.EqualsEqualsEqualsToken, ['!==']],
  [Kind.ExclamationEqualsEqualsToken, ['===']],
  [Kind.AmpersandAmpersandToken, ['||']],
  [Kind.BarBarToken, ['&&']],
  [Kind.PlusEqualsToken, ['-=']],
  [Kind.MinusEqualsToken, ['+=']],
  [Kind.AsteriskEqualsToken, ['/=']],
])

const methods = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['find', 'findLast'],
  ['findLast', 'find'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['min', 'max'],
  ['max', 'min'],
  ['floor', 'ceil'],
  ['ceil', 'floor'],
  ['round', 'floor'],
])

const dropped = new Set(['filter', 'slice', 'sort', 'toSorted', 'reverse', 'toReversed', 'trim', 'concat'])

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateExpression(node) ||
  (ts.isBinaryExpression(node) &&
    node.operatorToken.kind === Kind.PlusToken &&
    (isText(node.left) || isText(node.right)))

const isAssignment = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind >= Kind.FirstAssignment && kind <= Kind.LastAssignment

const questions = new Set<ts.SyntaxKind>([
  Kind.AmpersandAmpersandToken,
  Kind.BarBarToken,
  Kind.LessThanToken,
  Kind.LessThanEqualsToken,
  Kind.GreaterThanToken,
  Kind.GreaterThanEqualsToken,
  Kind.EqualsEqualsEqualsToken,
  Kind.ExclamationEqualsEqualsToken,
])

const isQuestion = (node: ts.Node): boolean => ts.isBinaryExpression(node) && questions.has(node.operatorToken.kind)

const isNothing = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'undefined'

/** A chain with `?.` in it is cut short as a whole, so it is written twice as a whole. */
function wholeChain(node: ts.Node): ts.Node {
  const { parent } = node
  const continues = (ts.isOptionalChain(parent) || ts.isNonNullExpression(parent)) && parent.expression === node
  return continues ? wholeChain(parent) : node
}

/** Words for what a condition may become: both, or the one that takes it out of `&&` and `||`. */
function answersTo(node: ts.Node): readonly string[] {
  const { parent } = node
  if (ts.isIfStatement(parent) && parent.expression === node) return ['true', 'false']
  if (ts.isConditionalExpression(parent) && parent.condition === node) return ['true', 'false']
  if ((ts.isWhileStatement(parent) || ts.isDoStatement(parent)) && parent.expression === node) return ['false']
  if (ts.isForStatement(parent) && parent.condition === node) return ['false']
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === Kind.AmpersandAmpersandToken) return ['true']
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === Kind.BarBarToken) return ['false']
  return isQuestion(node) && (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) ? ['true', 'false'] : []
}

const isBody = (node: ts.Node): boolean =>
  ts.isArrowFunction(node.parent) && node.parent.body === node && !ts.isBlock(node)

const isReturned = (node: ts.Node): boolean => ts.isReturnStatement(node.parent) || isBody(node)

type Part = Pick<ts.Node, 'getStart' | 'end'>

const change = (anchor: ts.Node, part: Part, now: string): Change => ({
  anchor,
  start: part.getStart(),
  end: part.end,
  now,
})

function ofAnswer(node: ts.Node): Change[] {
  if (!ts.isExpression(node)) return []
  const answers = answersTo(node).map((now) => change(node, node, now))
  return isReturned(node) && !isQuestion(node) && !isNothing(node) && !isText(node)
    ? [...answers, change(node, node, 'undefined')]
    : answers
}

function ofOperator(node: ts.Node): Change[] {
  if (!ts.isBinaryExpression(node) || isText(node)) return []
  // `a ?? b && c` is no sentence of the language.
  if (node.operatorToken.kind === Kind.QuestionQuestionToken)
    return [change(node, node, `(${node.left.getText()}) && ${node.right.getText()}`)]
  return (operators.get(node.operatorToken.kind) ?? []).map((now) => change(node, node.operatorToken, now))
}

function ofSign(node: ts.Node): Change[] {
  if (node.kind === Kind.TrueKeyword && ts.isExpression(node)) return [change(node, node, 'false')]
  if (node.kind === Kind.FalseKeyword && ts.isExpression(node)) return [change(node, node, 'true')]
  if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return []
  const operand = node.operand.getText()
  if (node.operator === Kind.PlusPlusToken) return [change(node, node, `${operand}--`)]
  if (node.operator === Kind.MinusMinusToken) return [change(node, node, `${operand}++`)]
  return [change(node, node, operand)]
}

function ofCall(node: ts.Node): Change[] {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return []
  const { name, expression } = node.expression
  // `.min(1)` of a schema is another word than that of Math.
  const isOther = (name.text === 'min' || name.text === 'max') && expression.getText() !== 'Math'
  const other = isOther ? undefined : methods.get(name.text)
  if (other) return [change(wholeChain(node), name, other)]
  return dropped.has(name.text) ? [change(wholeChain(node), node, expression.getText())] : []
}

function ofChain(node: ts.Node): Change[] {
  if (!ts.isOptionalChain(node) || ts.isNonNullChain(node) || !node.questionDotToken) return []
  return [change(wholeChain(node), node.questionDotToken, ts.isPropertyAccessExpression(node) ? '.' : '')]
}

const ofStatement = (node: ts.Node): Change[] =>
  ts.isExpressionStatement(node) ||
  ts.isThrowStatement(node) ||
  ts.isContinueStatement(node) ||
  ts.isForOfStatement(node)
    ? [change(node, node, '')]
    : []

/** All changes of this one node, those of its parts apart. */
const changesOf = (node: ts.Node): Change[] =>
  [ofAnswer, ofOperator, ofSign, ofCall, ofChain, ofStatement].flatMap((make) => make(node))

const isLeftAlone = (node: ts.Node): boolean =>
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node)

/** What is written to, and not read, cannot be written twice. */
const isTarget = (node: ts.Node): boolean =>
  (ts.isBinaryExpression(node.parent) && node.parent.left === node && isAssignment(node.parent)) ||
  ts.isPostfixUnaryExpression(node.parent) ||
  (ts.isPrefixUnaryExpression(node.parent) && [Kind.PlusPlusToken, Kind.MinusMinusToken].includes(node.parent.operator))

function childrenOf(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = []
  ts.forEachChild(node, (child) => {
    if (!isLeftAlone(child) && !(node.parent && isTarget(child))) found.push(child)
  })
  return found.sort((a, b) => a.getStart() - b.getStart())
}

/** Every change of a file, and its text with all of them in it, each behind `isMutant(its number)`. */
export function changeCode(file: string, text: string, firstNumber: number): { mutants: Mutant[]; code: string } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const mutants: Mutant[] = []
  const byAnchor = new Map<ts.Node, { number: number; text: string }[]>()
  const collect = (node: ts.Node): void => {
    for (const { anchor, start, end, now } of changesOf(node)) {
      const number = firstNumber + mutants.length
      const line = source.getLineAndCharacterOfPosition(start).line + 1
      mutants.push({ file, line, start, was: text.slice(start, end), now })
      const changed = { number, text: `${text.slice(anchor.getStart(), start)}${now}${text.slice(end, anchor.end)}` }
      byAnchor.set(anchor, [...(byAnchor.get(anchor) ?? []), changed])
    }
    childrenOf(node).forEach(collect)
  }
  collect(source)
  const render = (node: ts.Node): string => {
    let [code, at] = ['', ts.isSourceFile(node) ? 0 : node.getStart()]
    for (const child of childrenOf(node)) {
      code += text.slice(at, child.getStart()) + render(child)
      at = child.end
    }
    return written(node, code + text.slice(at, node.end), byAnchor.get(node) ?? [])
  }
  return { mutants, code: render(source) }
}

function written(node: ts.Node, code: string, changes: readonly { number: number; text: string }[]): string {
  if (changes.length === 0) return code
  if (ts.isStatement(node))
    return changes.reduce((text, { number }) => `{ if (!isMutant(${number})) { ${text}\n } }`, code)
  // `(0, x)`, because `? (x) : (y)` may be read as an arrow function with the type of what it returns.
  return `(${changes.map(({ number, text }) => `isMutant(${number}) ? (0, ${text}) : `).join('')}(0, ${code}))`
}
