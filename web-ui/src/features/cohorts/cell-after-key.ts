/** A cell by its row, the mean being row 0, and by its months since. */
export interface Place {
  row: number;
  column: number;
}

const STEPS: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The next cell in the direction of a key that can be read; null when there is none, or the key is none of ours. */
export function cellAfterKey(key: string, from: Place, rows: readonly { cells: readonly unknown[] }[]): Place | null {
  const isThere = ({ row, column }: Place) => (rows[row]?.cells[column] ?? null) !== null;
  const inRow = (rows[from.row]?.cells ?? []).flatMap((cell, column) => (cell === null ? [] : column));
  if (key === 'Home' || key === 'End') {
    const column = key === 'Home' ? inRow[0] : inRow.at(-1);
    return column === undefined ? null : { row: from.row, column };
  }
  const step = STEPS[key];
  if (step === undefined) {
    return null;
  }
  for (
    let place = { row: from.row + step[0], column: from.column + step[1] };
    place.row >= 0 && place.row < rows.length && place.column >= 0 && place.column < 1000;
    place = { row: place.row + step[0], column: place.column + step[1] }
  ) {
    if (isThere(place)) {
      return place;
    }
  }
  return null;
}
