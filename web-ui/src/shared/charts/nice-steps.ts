/** Round values between two others, three to six of them, zero among them when it lies between. */
export function niceSteps(least: number, most: number): number[] {
  const rough = (most - least) / 4;
  if (!(rough > 0)) {
    return [least];
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  const first = Math.ceil(least / step);
  const count = Math.floor(most / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => (first + index) * step);
}
