import { lazy } from 'react';
import type { Capability } from '../app/capability';

const notify: Capability = {
  routes: [],
  banner: lazy(() => import('./AlertBanner')),
};

export default notify;
