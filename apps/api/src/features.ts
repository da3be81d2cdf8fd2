import { CapabilitiesModule } from './capabilities/capabilities.module.js';
import { DirectionModule } from './direction/direction.module.js';
import { DirectoryModule } from './directory/directory.module.js';

/** Everything the product does, without the API: the worker and the API are both made of these. */
export const FEATURES = [DirectoryModule, CapabilitiesModule, DirectionModule];
