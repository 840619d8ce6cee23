/** Above this many comparisons everything between the common beginning and end is shown. */
const COMPARISONS_AT_MOST = 4_000_000;

/** The lines of two texts that the other has not, with their numbers; a blank line where some are left out. */
export function differingLines(mine: string, theirs: string): { mine: string; theirs: string } {
  const a = mine.split('\n');
  const b = theirs.split('\n');
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  const room = Math.min(a.length, b.length) - head;
  while (tail < room && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const innerA = a.slice(head, a.length - tail);
  const innerB = b.slice(head, b.length - tail);
  const kept = commonLines(innerA, innerB);
  return {
    mine: numbered(innerA, head, kept.mine),
    theirs: numbered(innerB, head, kept.theirs),
  };
}

/** Places of a longest common sequence of lines in either text. */
function commonLines(a: readonly string[], b: readonly string[]) {
  const mine = new Set<number>();
  const theirs = new Set<number>();
  if (a.length * b.length > COMPARISONS_AT_MOST) return { mine, theirs };
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      mine.add(i);
      theirs.add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return { mine, theirs };
}

function numbered(lines: readonly string[], head: number, leftOut: ReadonlySet<number>): string {
  const shown: string[] = [];
  lines.forEach((line, at) => {
    if (leftOut.has(at)) return;
    if (shown.length > 0 && leftOut.has(at - 1)) shown.push('');
    shown.push(`${String(head + at + 1)}  ${line}`);
  });
  return shown.join('\n');
}
