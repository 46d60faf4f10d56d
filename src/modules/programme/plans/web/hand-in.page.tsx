import { useEffect } from 'react'
import { documentEndings, documentHint } from '#kernel/readable-files.data.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { FileDrop } from '#ui/file-drop.tsx'
import { Page as Frame, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { UploadList } from '#ui/upload-list.tsx'
import { useUploads } from '#ui/uploads.ts'
import { type HandInView, planContract } from '../contract.ts'
import { HandInLine } from './hand-in-line.tsx'
import { PastedNote, titleOf } from './pasted-note.tsx'
import { useMay } from './use-may.ts'
import './hand-in.css'

/** Milliseconds between two looks at files being read. */
const lookEvery = 700

const isUnderWay = ({ state }: HandInView): boolean => state === 'received' || state === 'reading'
const countUnderWay = (handIns: readonly HandInView[] | undefined): number => handIns?.filter(isUnderWay).length ?? 0

/** Receipts, looked at again while a file is being read; the plans are read anew when a receipt leads to another one. */
function useHandIns() {
  const handIns = useRead(planContract.listHandIns, {}, { every: (all) => countUnderWay(all) > 0 && lookEvery })
  const plans = useRead(planContract.listPlans, {})
  const ends = handIns.data?.map(({ id, planId }) => `${id} ${planId ?? ''}`).join('\n') ?? ''
  const { refetch } = plans
  useEffect(() => {
    if (ends !== '') void refetch()
  }, [ends, refetch])
  return { handIns, planOf: (id: string | null) => plans.data?.find((plan) => plan.id === id) }
}

/** Handing in: several files at once or pasted words; each line says how far it has come and how it ended. */
export function Page() {
  const { handIns, planOf } = useHandIns()
  const uploads = useUploads(planContract.handInFile, {})
  const paste = useWrite(planContract.handInText)
  const mayHandIn = useMay(planContract.handInFile)
  const received = new Set(handIns.data?.map(({ id }) => id))
  const travelling = uploads.lines.filter(({ answer }) => answer === undefined || !received.has(answer.id))
  return (
    <Frame title="递交规划" width="reading" crumbs={[{ label: '规划', to: '/plans' }]}>
      {mayHandIn && (
        <FileDrop
          title="把印发的方案、规划、要点拖到这里"
          hint={`可递交 ${documentHint}，每个不超过 50 MB、2000 页，可一次多个`}
          accept={documentEndings}
          onFiles={uploads.add}
          onText={(text) => void titleOf(text).then((title) => paste.mutate({ text, title }))}
          renderNote={(text) => <PastedNote text={text} />}
        />
      )}
      <UploadList lines={travelling} answered={() => '已收到'} onDismiss={uploads.dismiss} />
      <section className="hand-ins">
        <Reading of={handIns}>
          {(all) =>
            all.length > 0 && (
              <Sheet title="递交记录">
                <ul aria-live="polite">
                  {all.map((handIn) => (
                    <HandInLine key={handIn.id} handIn={handIn} plan={planOf(handIn.planId)} onFiles={uploads.add} />
                  ))}
                </ul>
              </Sheet>
            )
          }
        </Reading>
      </section>
    </Frame>
  )
}
