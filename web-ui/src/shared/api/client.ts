import createClient from 'openapi-fetch';
import { problemFrom } from './api-problem';
import { readYourWrites } from './read-your-writes';
import type { paths } from './schema';

/** The one door to the server. Same origin as the page, so it needs no address and no credentials of its own. */
export const api = createClient<paths>({ baseUrl: window.location.origin });
api.use(readYourWrites);

interface Reply<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** The answer of a request, or the server's problem thrown. `Answer` names the complete form of the answer. */
export async function answerOf<Answer>(request: Promise<Reply<unknown>>): Promise<Answer> {
  const { data, error, response } = await request;
  if (!response.ok || data === undefined) {
    throw problemFrom(response.status, error);
  }
  return data as Answer;
}
