export { optimize } from './optimize.js';
export type { OptimizeOptions } from './optimize.js';
