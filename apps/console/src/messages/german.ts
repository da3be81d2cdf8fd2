import type { Catalogue } from './catalogue.ts';
import { frame } from './de/frame.ts';
import { readiness } from './de/readiness.ts';
import { strategy } from './de/strategy.ts';
import { ui } from './de/ui.ts';

export const GERMAN: Catalogue = { ...frame, ...readiness, ...strategy, ...ui };
