import { describe, expect, test } from 'vitest'
import { sniffKind } from './sniff-kind.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)))

describe('a file is what its bytes say', () => {
  test.each([
    ['a photo', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), 'jpeg'],
    ['a picture', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'png'],
    ['a WebP', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 '), 'webp'],
    ['a PDF', bytes('%PDF-1.7'), 'pdf'],
    ['a text', bytes('九月底已完成场地平整。'), 'txt'],
    ['a page, whatever its name', bytes('<html><script>'), 'otherKind'],
    ['a drawing that may carry a script', bytes('<?xml version="1.0"?><svg>'), 'otherKind'],
    ['a program', bytes('MZ', [0x90, 0, 3]), 'otherKind'],
    ['a shell script', bytes('#!/bin/sh\nrm'), 'otherKind'],
    ['nothing at all', bytes(), 'otherKind'],
  ] as const)('%s', (_name, content, kind) => expect(sniffKind(content, 'a.txt', {})).toBe(kind))
})

describe('a container is told by what is in it', () => {
  const zip = bytes('PK', [3, 4])
  const word = ['[Content_Types].xml', 'word/document.xml']
  test.each([
    ['a Word file', word, 'docx'],
    ['a workbook', ['[Content_Types].xml', 'xl/workbook.xml'], 'xlsx'],
    ['slides', ['[Content_Types].xml', 'ppt/presentation.xml'], 'pptx'],
    ['a Word file with macros', [...word, 'word/vbaProject.bin'], 'otherKind'],
    ['an archive', ['方案.docx'], 'otherKind'],
  ] as const)('%s', (_name, entries, kind) => expect(sniffKind(zip, 'a.docx', { entries })).toBe(kind))

  test.each([
    ['a.ods', [], 'ods'],
    ['a.odt', [], 'otherKind'],
    ['a.ods', ['Basic/script-lc.xml'], 'otherKind'],
  ] as const)('an OpenDocument file named %s with %j', (name, more, kind) => {
    expect(sniffKind(zip, name, { entries: ['mimetype', 'content.xml', ...more] })).toBe(kind)
  })

  test.each([
    ['WordDocument', 'a.doc', 'doc'],
    ['WordDocument', 'a.WPS', 'wps'],
    ['Workbook', 'a.xls', 'xls'],
    ['Workbook', 'a.et', 'et'],
    ['EncryptedPackage', 'a.docx', 'locked'],
    ['Contents', 'a.vsd', 'otherKind'],
  ] as const)('an old office file with %s named %s', (stream, name, kind) => {
    expect(sniffKind(bytes([0xd0, 0xcf]), name, { streams: new Set([stream]) })).toBe(kind)
  })
})
