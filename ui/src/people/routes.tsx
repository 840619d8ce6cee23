import { TeamOutlined } from '@ant-design/icons';
import type { Capability } from '../app/capability';

const people: Capability = {
  routes: [
    { path: 'people', page: () => import('./StaffPage'), verb: 'read_people' },
    { path: 'people/homes', page: () => import('./HomesPage'), verb: 'read_people' },
    { path: 'people/posts', page: () => import('./PostsPage'), verb: 'read_people' },
  ],
  menu: [
    {
      path: 'people',
      label: 'people.menu',
      icon: <TeamOutlined />,
      pcOrder: 60,
      verb: 'read_people',
    },
  ],
};

export default people;
