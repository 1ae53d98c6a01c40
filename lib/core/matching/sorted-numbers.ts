/** First place in ascending numbers that is not below `wanted`; their length when all are. */
export function lowerBound(numbers: Uint32Array, wanted: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Place of `wanted` in ascending numbers; -1 when it is not among them. */
export function indexOfSorted(numbers: Uint32Array, wanted: number): number {
  const place = lowerBound(numbers, wanted);
  return numbers[place] === wanted ? place : -1;
}
