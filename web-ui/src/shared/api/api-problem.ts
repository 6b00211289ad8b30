/**
 * What is wrong with one field of what was sent; the pointer (RFC 6901) names the field, such as `/seats`, or it is the name
 * of a parameter.
 */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
}

/** What the server said when it could not answer, or that it could not be reached at all (status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly code: string | undefined;
  readonly fields: readonly FieldError[];

  constructor(status: number, title: string, detail: string, code?: string, fields: readonly FieldError[] = []) {
    super(`${title}: ${detail}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.code = code;
    this.fields = fields;
  }
}

const objectOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const textIn = (body: Record<string, unknown>, key: string) => {
  const value = body[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Reads a problem+json body; anything else (a proxy's HTML page, say) still becomes a sentence a reader can act on. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const problem = objectOf(body);
  const errors = (Array.isArray(problem['errors']) ? problem['errors'] : []).map(objectOf);
  const details = errors.map((error) => textIn(error, 'detail')).filter((detail) => detail !== undefined);
  return new ApiProblem(
    status,
    textIn(problem, 'title') ?? `The server answered with status ${status}`,
    [textIn(problem, 'detail') ?? 'It gave no further reason.', ...details].join(' '),
    textIn(problem, 'code'),
    errors.map((error) => ({
      pointer: textIn(error, 'pointer') ?? textIn(error, 'parameter') ?? '',
      code: textIn(error, 'code') ?? '',
      detail: textIn(error, 'detail') ?? '',
    })),
  );
}

/** Whatever was thrown, as a problem. A request that got no answer ends here too. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem
    ? error
    : new ApiProblem(0, 'The server does not answer', 'It may be starting, stopped, or out of reach from here.');
}
