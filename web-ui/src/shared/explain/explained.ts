/** A figure whose events are asked for: what the page showed, and the question that leads to them. */
export interface Explained {
  shown: number;
  /** The query of `/api/v1/explain`, such as `figure=seats.trained&asOf=2026-06-30`. */
  question: string;
}

/** A figure in an answer. */
export interface ExplainableFigure {
  value: number;
  explain: string;
}

/** A figure as it stands in the address: `21;figure=seats.trained&asOf=2026-06-30`. */
export function writeExplained(figure: ExplainableFigure): string {
  return `${figure.value};${figure.explain.slice(figure.explain.indexOf('?') + 1)}`;
}

/** Reads what {@link writeExplained} wrote; undefined when it is something else. */
export function readExplained(text: unknown): Explained | undefined {
  const [, shown, question] = (typeof text === 'string' && /^(-?\d+);(figure=.+)$/s.exec(text)) || [];
  return shown === undefined || question === undefined ? undefined : { shown: Number(shown), question };
}

/** Name of a figure: `seats.trained`. */
export function nameOf({ question }: Explained): string {
  return new URLSearchParams(question).get('figure') ?? '';
}

/** What of the address opens the drawer: a figure, and of a rate also what it is a share of. */
export interface ExplainSearch {
  explain?: string | undefined;
  among?: string | undefined;
}

export function parseExplainSearch(raw: Record<string, unknown>): ExplainSearch {
  const [explain, among] = [raw['explain'], raw['among']].map((value) =>
    readExplained(value) === undefined ? undefined : String(value),
  );
  return explain === undefined ? {} : { explain, ...(among === undefined ? {} : { among }) };
}
