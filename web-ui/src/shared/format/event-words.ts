/** The name of an event as words: `license.seats-changed` reads "License seats changed". */
export function wordsOf(type: string): string {
  const words = type.replaceAll(/[.-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
