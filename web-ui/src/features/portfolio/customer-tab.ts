/** The parts of a customer's page that values of the portfolio come from. */
export type Tab = 'risk' | 'commercial' | 'audit';
