import { describe, expect, test } from 'vitest'
import { composeDigest, mailText } from './compose-digest.ts'
import { failureSentence } from './failed-job.ts'
import { robotBody } from './robot-message.ts'
import { shownAddress, webhookFault } from './webhook-address.ts'

const due = { kind: 'statementDue' as const, title: '3 月填报', text: '3 月 10 日截止。', link: '/statements' }
const order = { kind: 'orderIssued' as const, title: '督办单〔2026〕1 号', text: '请签收。', link: '/orders/1' }

describe('one message', () => {
  test('of one notice bears its title', () => {
    expect(composeDigest([due], null)).toEqual({
      subject: '【挂图】填报提醒：3 月填报',
      blocks: [{ title: '填报提醒：3 月填报', text: '3 月 10 日截止。', address: null }],
      closing: '请登录挂图办理。',
    })
  })

  test('of many counts them, what presses first', () => {
    const message = composeDigest([due, order, due], 'https://guatu.example/')
    expect(message.subject).toBe('【挂图】3 条消息：督办下达 1 条、填报提醒 2 条')
    expect(message.blocks[0]).toEqual({
      title: '督办下达：督办单〔2026〕1 号',
      text: '请签收。',
      address: 'https://guatu.example/orders/1',
    })
    expect(mailText(message)).toContain('请登录挂图办理：https://guatu.example/notices')
  })
})

describe('a robot', () => {
  test('takes markdown without foreign markup', () => {
    const evil = { ...due, title: '[点我](http://evil.example)' }
    const body = JSON.stringify(robotBody('dingtalk', composeDigest([evil], null), false))
    expect(body).not.toContain('](http')
  })

  test('is told no more than fits, and how much is left out', () => {
    const message = composeDigest(
      Array.from({ length: 200 }, () => order),
      'https://guatu.example',
    )
    const body = robotBody('wecom', message, true)
    const { content } = body['markdown'] as { content: string }
    expect(new TextEncoder().encode(content).length).toBeLessThanOrEqual(4096)
    expect(content).toMatch(/另有 \d+ 条未列出/)
    expect(content).toContain('（补发，可能与前一条重复）')
  })
})

test.each([
  ['https://oapi.dingtalk.com/robot/send?access_token=abc', 'open', null],
  ['http://oapi.dingtalk.com/robot/send?access_token=abc', 'open', '地址应以 https:// 开头'],
  ['http://im.county.local/hook', 'own', null],
  ['ftp://im.county.local', 'own', '地址应以 https:// 开头'],
  ['file:///etc/passwd', 'open', '地址应以 https:// 开头'],
  ['https://user:word@example.cn', 'open', '地址中不能带用户名和密码'],
  ['oapi.dingtalk.com', 'open', '地址不完整，请从群机器人的设置页整段复制'],
] as const)('webhook %s to a host that is %s: %s', (address, host, fault) => {
  expect(webhookFault(address, () => host)).toBe(fault)
})

test('a webhook that leads into the house is refused with the way out', () => {
  expect(webhookFault('https://10.0.0.1/hook', () => 'refused')).toContain('GUATU_OWN_HOSTS')
})

test('an address is shown by its end alone', () => {
  expect(shownAddress('wecom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx')).toBe(
    'qyapi.weixin.qq.com …7xxx',
  )
  expect(shownAddress('feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/short')).toBe('open.feishu.cn …')
})

test('a failure says what, why and what next', () => {
  const job = {
    id: '1',
    name: 'notices.deliver',
    title: '投递消息',
    attempts: 3,
    maxAttempts: 14,
    reason: '连接不上邮件服务器。',
    addedAt: new Date(0),
    failedAt: new Date(0),
    nextAt: new Date('2026-03-02T00:00:00Z'),
  }
  expect(failureSentence(job)).toBe(
    '“投递消息”已失败 3 次：连接不上邮件服务器。系统将于 2026-03-02 08:00 自动重试；排除原因后也可以立即重试。',
  )
  expect(failureSentence({ ...job, nextAt: null })).toContain('不再自动重试，请排除原因后点“立即重试”。')
})
