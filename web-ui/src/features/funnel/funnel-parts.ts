import type { FunnelStep } from '../../shared/api/types';

/** A bar cut into its parts, each as a share of all who entered. Together they are one. */
export interface BarParts {
  reached: number;
  open: number;
  missed: number;
  /** Those who did not come as far as the step before. */
  lostEarlier: number;
}

export function partsOf(step: Pick<FunnelStep, 'reached' | 'open' | 'missed'>, entered: number): BarParts {
  if (entered === 0) {
    return { reached: 0, open: 0, missed: 0, lostEarlier: 1 };
  }
  return {
    reached: step.reached / entered,
    open: step.open / entered,
    missed: step.missed / entered,
    lostEarlier: (entered - step.reached - step.open - step.missed) / entered,
  };
}

/** How many could have made the step: those who had made the one before. */
export function couldMake(step: Pick<FunnelStep, 'reached' | 'open' | 'missed'>): number {
  return step.reached + step.open + step.missed;
}

/**
 * The step that lost most customers, or null when none lost any. Those who can still make it are not lost. Of two
 * equal losses the earlier is named, as the later depends on it.
 */
export function largestLoss(steps: readonly FunnelStep[]): FunnelStep | null {
  return steps.reduce<FunnelStep | null>((worst, step) => (step.missed > (worst?.missed ?? 0) ? step : worst), null);
}
