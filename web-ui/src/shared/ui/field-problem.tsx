import classes from './field.module.css';

/** What is wrong with a field, under it; the field refers to it by the id. */
export function FieldProblem({ id, problem }: { id: string; problem: string | undefined }) {
  return problem === undefined ? null : (
    <p id={id} className={classes.problem} role="alert">
      {problem}
    </p>
  );
}
