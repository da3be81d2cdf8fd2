export { capabilityChanges } from './capability-changes.js';
export type { CapabilityChanges } from './capability-changes.js';
export {
  CAPABILITY_COLUMNS,
  capabilityFromRow,
  capabilityRowFaults,
  REQUIRED_CAPABILITY_COLUMNS,
} from './capability-rows.js';
export type { CapabilityColumn, CapabilityRow, PlainRow, RowFault } from './capability-rows.js';
export type { CasePackage } from './case-types.js';
export type { Capability, CapabilityFramework, LevelAnchor } from './framework.js';
export { frameworkWithPackage } from './framework-package.js';
export { emptyFramework, frameworkWithRows, UnknownParentCodeError } from './framework-rows.js';
export { predecessorsOf } from './predecessors.js';
export { readCasePackage } from './read-case-package.js';
export type { CaseReading } from './read-case-package.js';
export { inTreeOrder } from './tree-order.js';
export { InvalidBaseUriError, writeCasePackage } from './write-case-package.js';
