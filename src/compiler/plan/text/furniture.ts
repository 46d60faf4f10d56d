import { characterTable, holdsAny } from './character-table.ts'
import type { Line, ReadingText } from './reading-text.ts'

/** Web pages come with menus, share buttons and footers. Lines of these kinds are not the document's. */

const ANYWHERE =
  /^(?:您?(?:当前|现在)的?位置|首页[>/»›|]|首页$|社交媒体分享|搜索$|分享(?:到)?:?|打印|【?(?:打印|关闭|字体)|字体?[:大小]|字号:|扫一扫|版权所有|主办单位:.*(?:网|ICP)|网站标识码|政府网站标识码|相关阅读|相关文章|相关附件$|相关链接|换一批|在线咨询|微信咨询|相关园区政策|上一篇|下一篇|关闭窗口|返回顶部|浏览次数|责任编辑|【?法宝引证码|原文链接|微信扫|点击下载|收藏$|无障碍|登录$|注册$|网站地图|\d{5}政务服务便民热线【)/
const LICENCE = /^[^。]{0,20}ICP备/
/** Below the last words of the document these begin the page's own tail. */
const TAIL =
  /^(?:扫一扫|版权所有|相关阅读|相关文章|相关园区政策|相关链接|责任编辑|上一篇|下一篇|分享:?$|网站地图|联系我们)/
const BREADCRUMB = /^[^。]{0,80}(?:>|»|›)[^。]{2,40}(?:>|»|›)[^。]{0,60}$/

/** Most lines have no arrow, and the patterns for one look far ahead. */
const ARROWS = characterTable('>»›')

const isFurniture = (words: string): boolean =>
  ANYWHERE.test(words) ||
  (words.includes('ICP备') && LICENCE.test(words)) ||
  (holdsAny(ARROWS, words) && BREADCRUMB.test(words))

/** The lines that are the document's: furniture and, when a page tail follows the text, everything after it, left out. */
export function withoutFurniture(reading: ReadingText, isFact: (line: Line) => boolean): ReadingText {
  const { text, lines } = reading
  const kept: Line[] = []
  for (const [i, line] of lines.entries()) {
    const words = text.slice(line.start, Math.min(line.end, line.start + 160))
    if (line.end - line.start < 160) {
      if (i > lines.length * 0.5 && line.start > text.length * 0.7 && TAIL.test(words)) break
      if (isFact(line) || isFurniture(words)) continue
    }
    kept.push(line)
  }
  return { ...reading, lines: kept }
}
