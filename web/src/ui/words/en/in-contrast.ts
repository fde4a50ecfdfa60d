export const inContrast = {
  fewTraces: (name: string, n: string) =>
    `${name} ${n === '1' ? 'is 1 trace' : `has ${n} traces`}: intervals and p hold, but only very large differences can be seen with fewer than 6.`,
};
