// Which letter comes next: S. Leitner's boxes ("So lernt man lernen", 1972). Each letter is in a box. Read at the first
// try, it moves a box up; missed, it goes back to the first. The letters of each box come half as often as those below.

export const highest = 4; // boxes are 0 to 4, and all begin in 0

/** The box after a try that was "right" at first, "helped" or "missed". */
export function boxAfter(box, outcome) {
  if (outcome === "right")
    return Math.min(box + 1, highest);
  return outcome === "missed" ? 0 : box;
}

/**
 * Picks a letter, and not the last one again where there is another.
 * @param letters the letters to choose from, at least one
 * @param boxOf the box of a letter
 * @param last the letter that was asked last, or null
 * @param random from 0 to below 1
 */
export function pick(letters, boxOf, last, random = Math.random) {
  const others = letters.filter((letter) => letter !== last);
  const choice = others.length > 0 ? others : letters;
  const weights = choice.map((letter) => 2 ** (highest - boxOf(letter)));
  let at = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return choice[Math.max(0, weights.findIndex((weight) => (at -= weight) < 0))];
}
