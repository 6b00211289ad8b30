import { Button } from '@mantine/core';
import { type ReactNode, useId, useRef, useState } from 'react';
import { notify } from '../ui/notice-store';
import classes from './chart-frame.module.css';
import { saveAsFile, toCsv } from './csv';
import { toPng } from './picture';

/** The figures of a chart as a table: what is drawn, nothing more and nothing less. */
export interface ChartTable {
  header: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

interface Props {
  title: string;
  /** What is counted, in which unit, over which period. */
  description: ReactNode;
  table: ChartTable;
  /** Name of the files, without their ending. */
  fileName: string;
  children: ReactNode;
}

/**
 * The contract of every chart: a title, a description, the figures as a table and as CSV, and the chart as a picture.
 * Every mark can be reached by keyboard, which is up to what stands inside (`DayCursor`, buttons, links).
 */
export function ChartFrame({ title, description, table, fileName, children }: Props) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const savePicture = async () => {
    if (content.current !== null) {
      try {
        saveAsFile(`${fileName}.png`, await toPng(content.current, title), 'image/png');
      } catch {
        notify('This browser cannot make a picture of the chart.');
      }
    }
  };
  return (
    <section className={classes.frame} aria-labelledby={id}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h2 id={id}>{title}</h2>
          <p>{description}</p>
        </div>
        <div className={classes.actions}>
          <Button size="xs" variant="default" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Show chart' : 'Show table'}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => saveAsFile(`${fileName}.csv`, toCsv(table.header, table.rows), 'text/csv;charset=utf-8')}
          >
            CSV
            <span className="hidden-text">: save the figures of “{title}”</span>
          </Button>
          {!asTable && (
            <Button size="xs" variant="default" onClick={() => void savePicture()}>
              PNG
              <span className="hidden-text">: save a picture of “{title}”</span>
            </Button>
          )}
        </div>
      </div>
      {asTable ? (
        <FigureTable title={title} table={table} />
      ) : (
        <div ref={content} className={classes.content}>
          {children}
        </div>
      )}
    </section>
  );
}

function FigureTable({ title, table }: { title: string; table: ChartTable }) {
  return (
    // The box scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} role="region" aria-label={`${title}, as a table`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={String(row[0])}>
              {row.map((value, index) => (
                <td key={table.header[index]}>{value ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
