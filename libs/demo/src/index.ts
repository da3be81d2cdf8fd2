export { demoRatings } from './assessment/ratings.js';
export type * from './demo.js';
export { generateDemo } from './generate-demo.js';
export { targetFor } from './goals/goals.js';
