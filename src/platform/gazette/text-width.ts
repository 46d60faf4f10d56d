/** Width of a text in Chinese characters: Latin letters, digits and half-width marks count half. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/[\u0020-\u007e]/u.test(letter) ? 0.5 : 1), 0)
