const run = /<w:r(?:\s[^>]*)?>(?:(?!<w:r[\s>])[\s\S])*?<\/w:r>/g;
const hiddenMark = /<w:(?:vanish|webHidden|specVanish)(?:\s+w:val="(?:1|true|on)")?\s*\/>/;
const paperColour = /<w:color\s[^>]*w:val="(?:F[A-F0-9]){3}"/i;
/** Half points: 5 is two and a half points. */
const tinyLetters = /<w:sz\s[^>]*w:val="[1-5]"/;
const darkGround = /<w:(?:shd\s[^>]*w:fill="(?!auto|F[A-F0-9]F)[0-9A-F]{6}"|highlight\s)/i;

/**
 * Takes out of a Word document's XML what a person does not see: hidden runs, letters of a point or two, and letters in
 * the colour of the paper. White letters stay where the document has dark grounds to stand them on.
 */
export function withoutUnseenRuns(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(part);
  const hasDarkGround = darkGround.test(xml);
  const seen = xml.replace(run, (whole) => {
    const isPaper = !hasDarkGround && paperColour.test(whole);
    return isPaper || hiddenMark.test(whole) || tinyLetters.test(whole) ? '' : whole;
  });
  return new TextEncoder().encode(seen);
}
