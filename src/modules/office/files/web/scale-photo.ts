/** The longer side of a photo as it is sent, in pixels: enough to read a document on it, a tenth of a phone's photo. */
const longest = 2000
const quality = 0.82
/** What is lighter than this goes as it is. */
const light = 600 * 1024

const scalable = /^image\/(?:jpeg|png|webp)$/u

/** A photo made small for a weak line, as JPEG; anything else, and what cannot be made smaller, comes back as it was. */
export async function scalePhoto(file: File): Promise<File> {
  if (!scalable.test(file.type) || file.size <= light) return file
  try {
    const picture = await loadPicture(file)
    const scale = Math.min(1, longest / Math.max(picture.naturalWidth, picture.naturalHeight))
    const blob = await draw(picture, scale)
    if (!blob || blob.size >= file.size) return file
    return new File([blob], file.name.replace(/\.[^.]+$/u, '.jpg'), { type: 'image/jpeg' })
  } catch {
    // A format this browser cannot draw is sent as it is; the server says what it is.
    return file
  }
}

/** An image element turns the photo the way the camera held it, which a bitmap of older browsers does not. */
function loadPicture(file: File): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image()
    const address = URL.createObjectURL(file)
    picture.addEventListener('load', () => {
      URL.revokeObjectURL(address)
      resolve(picture)
    })
    picture.addEventListener('error', () => {
      URL.revokeObjectURL(address)
      reject(new Error('not a picture'))
    })
    picture.src = address
  })
}

function draw(picture: HTMLImageElement, scale: number): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
}
