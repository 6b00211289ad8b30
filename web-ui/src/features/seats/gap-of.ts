import type { SeatBalance, SeatGap } from '../../shared/api/types';
import type { Gap } from './seats-search';

/** The gap that is asked about; null where the source does not know persons. */
export function gapOf({ gaps }: Pick<SeatBalance, 'gaps'>, gap: Gap): SeatGap | null {
  return { training: gaps.toTraining, 'log-on': gaps.toLogOn, activity: gaps.toActivity }[gap];
}

/** Reads after "seats": "Seats not trained". */
export const NOT_YET: Record<Gap, string> = {
  training: 'not trained',
  'log-on': 'never logged on',
  activity: 'not active',
};
