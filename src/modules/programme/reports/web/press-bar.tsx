import { Button } from 'antd'
import { formatMoment } from '#ui/words.ts'
import { isOwed, isSaid } from './answers.ts'
import type { Form } from './use-form.ts'

interface PressBarProps {
  form: Form
  /** Files still on their way. */
  pending: number
}

/** Always in sight: how far one has come, what is kept, and the one act. */
export function PressBar({ form, pending }: PressBarProps) {
  const { items, ready, begunOf, sending, savedAt, problem } = form
  const open = items.filter(isOwed)
  // What is finished counts only where somebody has begun to say something of it after all.
  const wanted = items.filter((item) => isOwed(item) || isSaid(item) || ready.includes(item))
  const settled = wanted.filter((item) => !isOwed(item) || ready.includes(item)).length
  const untouched = open.filter((item) => begunOf(item)?.answer.progress === undefined)
  const replied = Object.values(form.replies).some((answer) => answer.trim() !== '')
  const allUnchanged = () => {
    for (const item of untouched) form.change(item, (old) => ({ ...old, progress: 'unchanged' }))
  }
  return (
    <div className="press-bar">
      <div className="press-progress">
        <b className="figure" aria-label={`已填 ${settled} 项，共 ${wanted.length} 项`}>
          {settled}/{wanted.length}
        </b>
        <progress max={wanted.length} value={settled} />
        <small className="quiet" role="status">
          {sending === 'lost'
            ? '网络不通，已存好，连上后自动报送'
            : savedAt
              ? `草稿已存 ${formatMoment(savedAt).slice(11)}`
              : ''}
        </small>
      </div>
      {problem && (
        <p className="form-refusal" role="alert">
          {problem}
        </p>
      )}
      <div className="press-acts">
        {untouched.length > 0 && (
          <Button size="large" onClick={allUnchanged}>
            其余 {untouched.length} 项无变化
          </Button>
        )}
        {sending === 'lost' ? (
          <Button size="large" type="primary" onClick={form.resend}>
            重新发送
          </Button>
        ) : (
          <Button
            size="large"
            type="primary"
            disabled={(ready.length === 0 && !replied) || pending > 0}
            loading={sending === 'sending'}
            onClick={form.press}
          >
            {pending > 0 ? `还有 ${pending} 个文件在上传` : `报送 ${ready.length} 项`}
          </Button>
        )}
      </div>
    </div>
  )
}
