import { oneOf, textOf } from '../../shared/url/search-values';

export const PARTS = ['whatif', 'quality', 'customer', 'learn'] as const;
export type Part = (typeof PARTS)[number];
/** Days within which a loss counts when a model is learned. */
export const HORIZONS = ['30', '60', '90', '180'] as const;

/** What of the studio is shown, as it stands in the address. */
export interface ModelSearch {
  /** The model that is looked at; the one in force without. */
  model?: string | undefined;
  /** How good it is without. */
  part?: Part | undefined;
  /** The customer it is tried on. */
  customer?: string | undefined;
  /** Days within which a loss counts; with it the learning is under way. */
  learn?: (typeof HORIZONS)[number] | undefined;
}

export function parseModelSearch(raw: Record<string, unknown>): ModelSearch {
  const all = {
    model: textOf(raw['model']),
    part: oneOf(PARTS, raw['part']),
    customer: textOf(raw['customer']),
    learn: oneOf(HORIZONS, raw['learn']),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
