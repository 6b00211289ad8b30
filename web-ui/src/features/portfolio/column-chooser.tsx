import { useEffect, useRef } from 'react';
import { COLUMN_FACTS } from './column-facts';
import { COLUMN_IDS, type ColumnId } from './column-ids';
import classes from './column-chooser.module.css';

interface Props {
  columns: readonly ColumnId[];
  onChange: (columns: readonly ColumnId[]) => void;
}

/** Chooses the columns beside the name; one of them always stays. Escape and a click elsewhere close it. */
export function ColumnChooser({ columns, onChange }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const box = details.current;
      const leaves = event instanceof KeyboardEvent ? event.key === 'Escape' : !box?.contains(event.target as Node);
      if (box?.open === true && leaves) {
        box.open = false;
        if (event instanceof KeyboardEvent) {
          box.querySelector('summary')?.focus();
        }
      }
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return (
    <details ref={details} className={classes.chooser}>
      <summary>Columns</summary>
      <fieldset className={classes.list}>
        <legend className="hidden-text">Columns</legend>
        {COLUMN_IDS.map((id) => {
          const shown = columns.includes(id);
          return (
            <label key={id}>
              <input
                type="checkbox"
                checked={shown}
                disabled={shown && columns.length === 1}
                onChange={() => onChange(shown ? columns.filter((other) => other !== id) : [...columns, id])}
              />
              {COLUMN_FACTS[id].title}
            </label>
          );
        })}
      </fieldset>
    </details>
  );
}
