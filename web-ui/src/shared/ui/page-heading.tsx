import { type ReactNode, useEffect } from 'react';
import classes from './page-heading.module.css';

interface Props {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** What stands beside the title, such as a status. */
  aside?: ReactNode;
}

/** The one `h1` of a page; also names the browser tab. */
export function PageHeading({ title, lead, aside }: Props) {
  useEffect(() => {
    document.title = `${title} · Tenure`;
  }, [title]);
  return (
    <div className={classes.heading}>
      <div className={classes.row}>
        <h1>{title}</h1>
        {aside}
      </div>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
    </div>
  );
}
