import type { Capability } from '../app/capability';

/** Opened from the desk, where its panel stands; so it has no place in the menu. */
const publicmatter: Capability = {
  routes: [
    { path: 'publicmatter', page: () => import('./MattersPage'), verb: 'read_desk' },
    { path: 'publicmatter/:id', page: () => import('./MatterPage'), verb: 'read_desk' },
  ],
};

export default publicmatter;
