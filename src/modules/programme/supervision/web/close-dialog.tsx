import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { OrderRating, orderRatingTitles } from '../domain/order.ts'

interface CloseDialogProps {
  pending: boolean
  error: Error | null
  onConfirm: (said: { words: string; rating: OrderRating | null }) => void
  onCancel: () => void
}

/** 销号 with how well it was done. */
export function CloseDialog({ pending, error, onConfirm, onCancel }: CloseDialogProps) {
  const [rating, setRating] = useState<OrderRating | null>(null)
  const [words, setWords] = useState('')
  return (
    <Modal
      open
      title="销号"
      okText="销号"
      cancelText="取消"
      okButtonProps={{ loading: pending }}
      onOk={() => onConfirm({ words: words.trim(), rating })}
      onCancel={onCancel}
    >
      <div className="form-stack">
        <div>
          <span className="form-label">
            办理评价<span className="quiet">（可不填，写入督办台账）</span>
          </span>
          <Radio.Group
            value={rating}
            options={OrderRating.options.map((value) => ({ value, label: orderRatingTitles[value] }))}
            onChange={(e) => setRating(OrderRating.parse(e.target.value))}
          />
        </div>
        <label>
          <span className="form-label">
            审核意见<span className="quiet">（可不填）</span>
          </span>
          <Input.TextArea rows={3} maxLength={500} value={words} onChange={(e) => setWords(e.target.value)} />
        </label>
        {error && (
          <p className="form-refusal" role="alert">
            {error.message}
          </p>
        )}
      </div>
    </Modal>
  )
}
