import { useNavigate } from '@tanstack/react-router';
import { type ExplainableFigure, writeExplained } from './explained';

/** Opens the events behind a figure, and of a rate those behind what it is a share of, by way of the address. */
export function useOpenExplanation(): (figure: ExplainableFigure, among?: ExplainableFigure) => void {
  const navigate = useNavigate();
  return (figure, among) =>
    void navigate({
      to: '.',
      search: (previous: object) => ({
        ...previous,
        explain: writeExplained(figure),
        among: among === undefined ? undefined : writeExplained(among),
      }),
      resetScroll: false,
    });
}
