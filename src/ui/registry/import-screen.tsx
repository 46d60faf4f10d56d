import { useQueryClient } from '@tanstack/react-query'
import { Button, Progress } from 'antd'
import { useEffect, useState } from 'react'
import { sheetEndings, sheetHint } from '#kernel/readable-files.data.ts'
import type { ImportView } from '#kernel/registry/import-view.ts'
import type { Intake } from '#kernel/registry/intake.ts'
import { useRead, useWrite } from '../client.ts'
import { FileDrop } from '../file-drop.tsx'
import { ink } from '../ink.ts'
import { LinkButton } from '../link-button.tsx'
import { type PageHeaderProps, Page as Screen, Sheet } from '../page.tsx'
import { Reading } from '../reading.tsx'
import { refuseWhat } from '../refusals.ts'
import { Refused } from '../refused.tsx'
import { SchemaForm } from '../schema-form.tsx'
import { uploadFile } from '../upload.ts'
import { useSetUrlWords, useUrlWord } from '../url-state.ts'
import { ImportRows } from './import-rows.tsx'
import { Template } from './template.tsx'
import './registry.css'

/** Milliseconds between two looks at work that is under way. */
const lookAgain = 1000

const isUnderWay = ({ state }: ImportView): boolean => state === 'reading' || state === 'writing'

export interface ImportScreenProps extends Pick<PageHeaderProps, 'crumbs'> {
  intake: Intake
  /** Goes along with every call. */
  fixed?: object
  /** What is known of such sheets besides what holds for all. */
  hints?: readonly string[]
  /** Where one goes on once it is written. */
  next: { label: string; to: string }
}

/** A sheet on its way to the server; its import is then found by the id in the address. */
function Send({ intake, fixed, hints = [] }: ImportScreenProps) {
  const { operations, noun, fields, needs } = intake
  const set = useSetUrlWords()
  const [share, setShare] = useState<number | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const needed = fields.filter(({ name }) => needs.includes(name)).map(({ label }) => `“${label}”`)
  const send = async ([file, another]: readonly File[]) => {
    setError(another ? refuseWhat.oneFile({}) : null)
    if (!file || another) return
    try {
      const { importId } = await uploadFile(operations.importRecords, { ...fixed }, file, {
        onProgress: setShare,
      })
      set({ import: importId })
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    }
    setShare(null)
  }
  return (
    <>
      <FileDrop
        title={`把${noun}表格拖到这里`}
        hint={`可送 ${sheetHint}，一次一个文件`}
        accept={sheetEndings}
        busy={share !== null}
        onFiles={(files) => void send(files)}
      />
      {share !== null && <Bar words="正在上传" share={share} />}
      <Refused error={error} />
      <ul className="import-hint quiet">
        <li>标题行至少有{needed.join('、')}；其余栏可缺，可空，空着的栏保留原来的内容。</li>
        <li>标题行上面的表名、下面的说明和合计不必删去。</li>
        {hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
        <li>先试导，逐行说明新增、修改和有问题的行；有问题的行改好之前，一行也不写入。</li>
      </ul>
    </>
  )
}

function Bar({ words, share }: { words: string; share: number | null }) {
  return (
    <div className="import-bar" role="status">
      <p>{words}</p>
      {share !== null && (
        <Progress percent={Math.floor(share * 100)} strokeColor={ink.accent} aria-label={words.slice(0, 4)} />
      )}
    </div>
  )
}

function UnderWay({ view: { state, done, all } }: { view: ImportView }) {
  const how = state === 'reading' ? '正在核对' : '正在写入'
  const rows = all === null ? (done > 0 ? `，已到第 ${done} 行` : '') : `，${done} / ${all} 行`
  return (
    <>
      <Bar words={how + rows} share={all === null || all === 0 ? null : done / all} />
      <p className="quiet">可以离开本页去办别的，回到这个地址仍能看到结果。</p>
    </>
  )
}

function sentenceOf({ state, refusal, counts }: ImportView, measure: string): string {
  const { added, changed, unchanged, bad } = counts
  const each = `新增 ${added} ${measure}、修改 ${changed} ${measure}、不变 ${unchanged} ${measure}`
  if (state === 'refused') return refusal ?? '没有读成。请换一个文件再试。'
  if (bad > 0) return `有 ${bad} 行不能导入，整份没有写入。请按下面的原因改好表格再送；其余${each}。`
  if (state === 'written') return `已写入：${each}。`
  return added + changed === 0 ? '表格与已登记的一致，不需要写入。' : `试导通过，尚未写入：将${each}。`
}

/** A tried sheet that may be written: since when it is true and where that stands. */
function Write({
  intake,
  fixed,
  id,
  onAgain,
}: Pick<ImportScreenProps, 'intake' | 'fixed'> & { id: string; onAgain: () => void }) {
  const write = useWrite(intake.operations.writeImport, { quiet: true })
  return (
    <Sheet title="写入">
      <SchemaForm
        schema={intake.said}
        act="写入"
        sending={write}
        acts={<Button onClick={onAgain}>换一个文件</Button>}
        onSubmit={(said) => write.mutate({ ...said, ...fixed, importId: id })}
      />
    </Sheet>
  )
}

function Result({ view, onAgain, ...screen }: ImportScreenProps & { view: ImportView; onAgain: () => void }) {
  const { intake, next } = screen
  const { id, file, state, counts, by } = view
  const mayWrite = state === 'tried' && counts.bad === 0 && counts.added + counts.changed > 0
  return (
    <div className="import-result">
      <p className="import-sentence" role="status">
        <b>{file}</b> {sentenceOf(view, intake.measure)} <span className="quiet">{by}送入</span>
      </p>
      {mayWrite ? (
        <Write {...screen} id={id} onAgain={onAgain} />
      ) : (
        <div className="import-acts">
          <Button onClick={onAgain}>{state === 'written' ? '再导入一份' : '换一个文件'}</Button>
          {state === 'written' && (
            <LinkButton color="primary" variant="solid" to={next.to}>
              {next.label}
            </LinkButton>
          )}
        </div>
      )}
      <ImportRows {...view} />
    </div>
  )
}

function Import({ importId, ...screen }: ImportScreenProps & { importId: string }) {
  const { intake, fixed } = screen
  const set = useSetUrlWords()
  const queries = useQueryClient()
  const { getImport } = intake.operations
  const reading = useRead(
    getImport,
    { ...fixed, importId },
    { every: (view) => (view && !isUnderWay(view) ? false : lookAgain) },
  )
  const isWritten = reading.data?.state === 'written'
  // What was read before it was written: everything but the result itself.
  useEffect(() => {
    if (isWritten) void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== getImport.name })
  }, [isWritten, queries, getImport])
  return (
    <>
      <Reading of={reading}>
        {(view) =>
          isUnderWay(view) ? (
            <UnderWay view={view} />
          ) : (
            <Result {...screen} view={view} onAgain={() => set({ import: '' })} />
          )
        }
      </Reading>
      {reading.error && <Send {...screen} />}
    </>
  )
}

/** Many at once from a spreadsheet: tried whole, then written whole or not at all. */
export function ImportScreen(screen: ImportScreenProps) {
  const { intake, fixed, crumbs } = screen
  const importId = useUrlWord('import')
  return (
    <Screen
      title={`从表格导入${intake.noun}`}
      width="reading"
      {...(crumbs && { crumbs })}
      actions={<Template intake={intake} fixed={fixed} />}
    >
      {importId === '' ? <Send {...screen} /> : <Import {...screen} importId={importId} />}
    </Screen>
  )
}
