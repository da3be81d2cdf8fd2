import type { Catalogue } from './catalogue.ts';
import { frame } from './de/frame.ts';
import { readiness } from './de/readiness.ts';
import { ui } from './de/ui.ts';

export const GERMAN: Catalogue = { ...frame, ...readiness, ...ui };
