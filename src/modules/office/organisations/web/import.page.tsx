import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { sheetEndings, sheetHint } from '#kernel/readable-files.data.ts'
import { FileDrop } from '#ui/file-drop.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { LoadingSkeleton } from '#ui/states.tsx'
import { uploadFile } from '#ui/upload.ts'
import { type ImportView, organisationContract } from '../contract.ts'
import { templateAddress } from './agency-template.ts'
import { ImportResult } from './import-result.tsx'
import '#ui/registry/registry.css'

/** A sheet on its way: tried first, then written or put away. */
type Stage =
  | { at: 'empty' }
  | { at: 'trying' | 'writing'; file: File }
  | { at: 'refused'; file: File; sentence: string }
  | { at: 'tried' | 'written'; file: File; result: ImportView }

function useImport() {
  const [stage, setStage] = useState<Stage>({ at: 'empty' })
  const queries = useQueryClient()
  const send = async (file: File, dryRun: boolean) => {
    setStage({ at: dryRun ? 'trying' : 'writing', file })
    try {
      const result = await uploadFile(organisationContract.importAgencies, { dryRun: String(dryRun) }, file)
      if (!dryRun) void queries.invalidateQueries()
      setStage({ at: dryRun ? 'tried' : 'written', file, result })
    } catch (problem) {
      setStage({ at: 'refused', file, sentence: problem instanceof Error ? problem.message : '没有办成。请再试一次。' })
    }
  }
  return { stage, send, again: () => setStage({ at: 'empty' }) }
}

function Hint() {
  return (
    <ul className="import-hint quiet">
      <li>标题行至少有“单位名称”；其余栏可缺，可空。标题行上面的表名、下面的说明和合计不必删去。</li>
      <li>一格里有几个名称时用顿号分开；曾用名写成“县卫计局（至2019-01-15）”。</li>
      <li>先试导，逐行说明新增、修改和有问题的行；有问题的行改好之前，一行也不写入。</li>
    </ul>
  )
}

interface NextProps {
  stage: Stage
  onWrite: (file: File) => void
  onAgain: () => void
}

/** What can be done after the sheet was tried or written. */
function Next({ stage, onWrite, onAgain }: NextProps) {
  if (stage.at !== 'tried' && stage.at !== 'written') return null
  const { added, changed, bad } = stage.result
  const writes = stage.at === 'tried' && bad.length === 0 && added.length + changed.length > 0
  return (
    <div className="form-acts">
      <Button onClick={onAgain}>{stage.at === 'tried' ? '换一个文件' : '再导入一份'}</Button>
      {writes && (
        <Button type="primary" onClick={() => onWrite(stage.file)}>
          写入名录
        </Button>
      )}
      {stage.at === 'written' && (
        <Link className="button-link" to="/agencies">
          查看名录
        </Link>
      )}
    </div>
  )
}

/** Many agencies at once from a spreadsheet, tried before anything is written. */
export function Page() {
  const { stage, send, again } = useImport()
  return (
    <Screen
      title="从表格导入单位"
      width="reading"
      crumbs={[{ label: '单位名录', to: '/agencies' }]}
      actions={
        <a className="button-link" href={templateAddress()} download="单位名录模板.csv">
          下载模板
        </a>
      }
    >
      {(stage.at === 'empty' || stage.at === 'refused') && (
        <FileDrop
          title="把单位名录表格拖到这里"
          hint={`可送 ${sheetHint}，一次一个文件`}
          accept={sheetEndings}
          onFiles={([file]) => file && void send(file, true)}
        />
      )}
      {stage.at === 'refused' && (
        <p className="form-refusal" role="alert">
          {stage.file.name}：{stage.sentence}
        </p>
      )}
      {stage.at === 'empty' && <Hint />}
      {(stage.at === 'trying' || stage.at === 'writing') && <LoadingSkeleton rows={4} />}
      {(stage.at === 'tried' || stage.at === 'written') && (
        <ImportResult result={stage.result} name={stage.file.name} />
      )}
      <Next stage={stage} onWrite={(file) => void send(file, false)} onAgain={again} />
    </Screen>
  )
}
