import type { ApiProblem } from '../api/api-problem';
import classes from './refusal.module.css';

/** Why a command was refused, for beside the button that sent it. What belongs to a field stands at the field. */
export function Refusal({ problem }: { problem: ApiProblem | undefined }) {
  return problem === undefined ? null : (
    <p role="alert" className={classes.refusal}>
      {problem.detail} {problem.code !== undefined && <code>{problem.code}</code>}
    </p>
  );
}
