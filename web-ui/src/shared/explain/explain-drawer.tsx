import { Drawer } from '@mantine/core';
import { useState } from 'react';
import { definitionOf } from '../definitions/definitions';
import { Evidence } from './evidence';
import classes from './explain-drawer.module.css';
import { type Explained, nameOf } from './explained';

interface Props {
  /** The figure, and of a rate what it is a share of; none when the drawer is closed. */
  sides: readonly Explained[];
  onClose: () => void;
}

/** The events behind a figure of any page. Of a rate it shows both sides, one under the other. */
export function ExplainDrawer({ sides, onClose }: Props) {
  // While the drawer slides out it still shows what it was opened for.
  const [kept, setKept] = useState(sides);
  if (sides.length > 0 && JSON.stringify(sides) !== JSON.stringify(kept)) {
    setKept(sides);
  }
  return (
    <Drawer
      opened={sides.length > 0}
      onClose={onClose}
      position="right"
      size="38rem"
      title={kept.map(titleOf).join(' as a share of ')}
      closeButtonProps={{ 'aria-label': 'Close the events' }}
      classNames={{ title: classes.title, content: classes.content, header: classes.header }}
    >
      <div className={classes.sides}>
        {kept.map((side) => (
          <Evidence key={side.question} side={side} title={kept.length > 1 ? titleOf(side) : undefined} />
        ))}
      </div>
    </Drawer>
  );
}

const titleOf = (side: Explained) => definitionOf(nameOf(side))?.title ?? nameOf(side);
