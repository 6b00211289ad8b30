import { formatCount } from '../format/numbers';
import { isBehind } from './until-caught-up';

/** Says up to where the risks on a page tell, while those of many customers are being computed anew. */
export function RiskBehind({ answer }: { answer: { position: number; riskPosition: number } | undefined }) {
  return answer !== undefined && isBehind(answer) ? (
    <p role="status" className="quiet">
      Health and risk are up to event #{formatCount(answer.riskPosition)}; what came after it is being computed. This
      page goes on by itself.
    </p>
  ) : null;
}
