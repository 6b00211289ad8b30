/** What the server said when it could not answer, or that it could not be reached at all (status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string | undefined;

  constructor(status: number, title: string, detail: string, code?: string) {
    super(`${title}: ${detail}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.code = code;
  }
}

const textIn = (body: Record<string, unknown>, key: string) => {
  const value = body[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Reads a problem+json body; anything else (a proxy's HTML page, say) still becomes a sentence a reader can act on. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const problem = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const errors = Array.isArray(problem['errors']) ? problem['errors'] : [];
  const details = errors
    .map((error: unknown) => (typeof error === 'object' && error !== null ? (error as Record<string, unknown>) : {}))
    .map((error) => textIn(error, 'detail'))
    .filter((detail) => detail !== undefined);
  return new ApiProblem(
    status,
    textIn(problem, 'title') ?? `The server answered with status ${status}`,
    [textIn(problem, 'detail') ?? 'It gave no further reason.', ...details].join(' '),
    textIn(problem, 'code'),
  );
}

/** Whatever was thrown, as a problem. A request that got no answer ends here too. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem
    ? error
    : new ApiProblem(0, 'The server does not answer', 'It may be starting, stopped, or out of reach from here.');
}
