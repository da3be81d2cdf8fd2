export { explainContradictions } from './explain-contradictions.js';
export { loadHighsSolver } from './load-highs.js';
export { optimize } from './optimize.js';
export type { OptimizeOptions } from './optimize.js';
