import { definitionsOf } from './definition';

/** What people ask for help with. */
export const SUPPORT = definitionsOf('support', [
  ['tickets', 'Tickets', 'Tickets opened in the period.'],
  ['open', 'Open tickets', 'Tickets neither resolved nor closed.'],
  ['settled', 'Settled tickets', 'Tickets resolved or closed, and still so.'],
  ['answered', 'Answered tickets', 'Tickets with a first response.'],
  ['unanswered', 'Unanswered tickets', 'Open tickets nobody has responded to.'],
  ['reopened', 'Reopened tickets', 'Tickets opened again at least once.'],
  ['escalated', 'Escalated tickets', 'Tickets escalated at least once.'],
  ['classified', 'Classified tickets', 'Tickets that name a feature of a known level at the time of the ticket.'],
  [
    'introductory',
    'Introductory tickets',
    'Classified tickets about introductory features. Expected in the first 90 days, a risk after them.',
  ],
  ['advanced', 'Advanced tickets', 'Classified tickets about advanced features. A rising share is a good sign.'],
  ['rated', 'Rated tickets', 'Tickets somebody rated.'],
  ['rating-points', 'Rating points', 'Ratings from 1 (worst) to 5 (best), added up; ÷ rated tickets is satisfaction.'],
]);
